using CsCheck;
using NodaTime;
using NodaTime.TimeZones;

namespace Heluo.Kernel.Tests;

public sealed class DatesTests
{
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly string[] Zones =
    [
        "Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Beirut",
        "America/St_Johns", "Africa/Casablanca", "UTC", "Asia/Pyongyang", "Europe/Dublin",
    ];

    [Fact]
    public void A_local_time_is_the_moment_that_the_library_finds() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, 300 * 366], Gen.Int[0, 1_439]).Sample(
            (zone, days, minutes) => Same(
                DateTimeZoneProviders.Tzdb[Zones[zone]],
                new LocalDate(1900, 1, 1).PlusDays(days).AtMidnight().PlusMinutes(minutes)),
            iter: 20_000);

    [Fact]
    public void Around_every_change_of_clocks_too()
    {
        foreach (var zone in Zones.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            var changes = zone.GetZoneIntervals(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2060, 1, 1, 0, 0));
            foreach (var change in changes.Where(c => c.HasStart))
            {
                for (var minutes = -150; minutes <= 150; minutes += 30)
                {
                    Same(zone, change.IsoLocalStart.PlusMinutes(minutes));
                    Same(zone, change.IsoLocalStart.PlusMinutes(minutes).PlusSeconds(-1));
                }
            }
        }
    }

    [Fact]
    public void A_day_number_is_the_date_and_back()
    {
        for (var date = new LocalDate(1899, 12, 25); date.Year < 2025; date = date.PlusDays(1))
        {
            var day = Dates.NumberOf(date);
            (Dates.DateOf(day), Dates.YearOf(day), day % 7).ShouldBe((date, date.Year, (int)date.DayOfWeek - 1));
        }
    }

    private static void Same(DateTimeZone zone, LocalDateTime time) =>
        Dates.MomentOf(zone, time).ShouldBe(zone.ResolveLocal(time, Resolver).ToInstant());
}
