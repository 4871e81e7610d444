using NodaTime;
using NodaTime.TimeZones;

namespace Heluo.Kernel;

/// <summary>Dates as day numbers (<see cref="DateOnly.DayNumber"/>) and back, and local times as moments.</summary>
internal static class Dates
{
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static int NumberOf(LocalDate date) => date.ToDateOnly().DayNumber;

    public static LocalDate DateOf(int day) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(day));

    public static int YearOf(int day) => DateOnly.FromDayNumber(day).Year;

    /// <summary>The moment of a local time: the first turn of a repeated one, the end of the gap for a skipped
    /// one.</summary>
    public static Instant MomentOf(DateTimeZone zone, LocalDateTime time) =>
        zone.ResolveLocal(time, Resolver).ToInstant();

    /// <summary>The moment a day begins, which is the moment the day before ends (24:00).</summary>
    public static Instant StartOf(DateTimeZone zone, int day) => MomentOf(zone, DateOf(day).AtMidnight());
}
