using System.Collections.Immutable;
using CsCheck;
using NodaTime;

namespace Heluo.Kernel.Tests;

/// <summary>Calendars, dates and places by chance, within what the checks allow.</summary>
internal static class AnyCalendar
{
    public static readonly LocalDate Origin = new(2019, 1, 1);

    public static Gen<LocalDate> Date { get; } = Gen.Int[-400, 2_500].Select(days => Origin.PlusDays(days));

    public static Gen<string?> Area { get; } = OneOf(null, "410105", "410105560", "410102");

    public static Gen<string?> Agency { get; } = OneOf(null, "water", "health");

    public static Gen<DateTimeZone> Zone { get; } = OneOf(
        "Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
        .Select(id => DateTimeZoneProviders.Tzdb[id]);

    public static Gen<OfficeHours> Hours { get; } = OneOf(
        OfficeHours.Usual,
        Hour("08:30-12:00", "13:30-17:30"),
        Hour("00:00-00:00"),
        Hour("00:00-04:00", "20:00-00:00"),
        Hour("09:00-10:30"));

    private static Gen<Holiday> Holiday(int year, ImmutableArray<IsoDayOfWeek> weekend) =>
        from at in Gen.Int[-10, 350]
        from length in Gen.Int[0, 9]
        from work in Gen.Int[-12, 12].Array[0, 3]
        let first = new LocalDate(year, 1, 1).PlusDays(at)
        let last = first.PlusDays(length)
        select new Holiday(TestCalendars.Name("假", "Holiday"), first, last)
        {
            Work = [.. work.Select(w => first.PlusDays(w)).Where(d => weekend.Contains(d.DayOfWeek)).Distinct()],
        };

    private static Gen<CalendarNotice> Notice(int year, int turn, ImmutableArray<IsoDayOfWeek> weekend) =>
        from holidays in Holiday(year, weekend).Array[0, 5]
        from published in Gen.Int[-90, 60]
        from replaces in Gen.Bool
        let worked = holidays.SelectMany(h => h.Work).ToHashSet()
        select new CalendarNotice
        {
            Id = $"n-{year}-{turn}",
            Year = year,
            PublishedAt = new LocalDate(year, 1, 1).PlusDays(published + (turn * 200)).At(new LocalTime(9, 30)),
            Replaces = turn > 0 && replaces ? $"n-{year}-{turn - 1}" : null,
            Holidays = [.. holidays.Where(h => !worked.Any(d => d >= h.From && d <= h.To))],
        };

    private static Gen<LocalClosure> Closure(int number) =>
        from at in Gen.Int[0, 1_800]
        from length in Gen.Int[0, 5]
        from area in OneOf("", "410105", "410105560")
        from agency in Agency
        from effect in Gen.Enum<ClosureEffect>()
        from published in Gen.Int[-5, 5]
        let first = Origin.PlusDays(at)
        select new LocalClosure
        {
            Id = $"c-{number}",
            Name = TestCalendars.Name("停", "Closed"),
            Area = area,
            Agency = agency,
            From = first,
            To = first.PlusDays(length),
            Effect = effect == ClosureEffect.Withdrawn && number == 0 ? ClosureEffect.Off : effect,
            PublishedAt = Origin.PlusDays(at + published).At(new LocalTime(8, 0)),
        };

    private static Gen<ImmutableArray<LocalClosure>> Closures { get; } =
        from count in Gen.Int[0, 6]
        from closures in All(Enumerable.Range(0, count).Select(Closure))
        select Linked(closures);

    public static Gen<CalendarData> Data { get; } =
        from zone in Zone
        from hours in Hours
        from weekend in OneOf<ImmutableArray<IsoDayOfWeek>>(
            [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], [IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday],
            [IsoDayOfWeek.Sunday])
        from years in Gen.Int[2019, 2023].HashSet[0, 5]
        from first in Several(years, 0, weekend)
        from second in Several(years.Where(y => y % 2 == 0), 1, weekend)
        from closures in Closures
        select new CalendarData
        {
            Name = "any",
            Zone = zone,
            OfficeHours = hours,
            Weekend = weekend,
            Notices = [.. first, .. second],
            Closures = closures,
        };

    private static Gen<CalendarNotice[]> Several(
        IEnumerable<int> years, int turn, ImmutableArray<IsoDayOfWeek> weekend) =>
        All(years.Order().Select(year => Notice(year, turn, weekend)));

    /// <summary>A withdrawal needs an earlier closure to withdraw; without one it closes.</summary>
    private static ImmutableArray<LocalClosure> Linked(LocalClosure[] closures) =>
    [
        .. closures.Select(c => c.Effect != ClosureEffect.Withdrawn ? c
            : closures.FirstOrDefault(e => e.PublishedAt < c.PublishedAt && e.Effect != ClosureEffect.Withdrawn) is
                { } earlier
                ? c with { Replaces = earlier.Id }
                : c with { Effect = ClosureEffect.Off }),
    ];

    private static Gen<T[]> All<T>(IEnumerable<Gen<T>> gens) => gens.Aggregate(
        Gen.Const(Array.Empty<T>()),
        (all, one) => all.SelectMany(some => one.Select(next => some.Append(next).ToArray())));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static OfficeHours Hour(params string[] windows) =>
        OfficeHours.Of([.. windows.Select(w => OfficeWindow.Parse(w))]).Value;
}
