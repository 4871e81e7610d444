using NodaTime;

namespace Heluo.Kernel;

/// <summary>Dates as day numbers (<see cref="DateOnly.DayNumber"/>) and back, and local times as moments.</summary>
internal static class Dates
{
    private static readonly Duration WidestOffset = Duration.FromHours(18);

    public static int NumberOf(LocalDate date) => date.ToDateOnly().DayNumber;

    public static LocalDate DateOf(int day) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(day));

    public static int YearOf(int day) => DateOnly.FromDayNumber(day).Year;

    /// <summary>The moment of a local time: the first turn of a repeated one, the end of the gap for a skipped one.
    /// Walks the zone's intervals itself because the library's mapping allocates, and due dates are asked by the
    /// thousand.
    /// </summary>
    public static Instant MomentOf(DateTimeZone zone, LocalDateTime time)
    {
        var utc = time.InUtc().ToInstant();
        var interval = zone.GetZoneInterval(utc - WidestOffset);
        while (true)
        {
            var moment = utc - Duration.FromSeconds(interval.WallOffset.Seconds);
            if (interval.HasStart && moment < interval.Start)
            {
                return interval.Start;
            }

            if (!interval.HasEnd || moment < interval.End)
            {
                return moment;
            }

            interval = zone.GetZoneInterval(interval.End);
        }
    }

    /// <summary>The moment a day begins, which is the moment the day before ends (24:00).</summary>
    public static Instant StartOf(DateTimeZone zone, int day) => MomentOf(zone, DateOf(day).AtMidnight());
}
