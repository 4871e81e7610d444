using CsCheck;
using NodaTime;

namespace Heluo.Kernel.Tests;

/// <summary>Clocks by chance, on whole minutes.</summary>
internal static class AnyClock
{
    private static readonly Gen<CountingRules> Rules =
        from start in Gen.Bool
        from moment in Gen.Enum<DueMoment>()
        from rest in Gen.Enum<RestDayStart>()
        from noon in Gen.Int[-1, 23]
        from same in Gen.Enum<SameDayPause>()
        from roll in Gen.Bool
        select new CountingRules
        {
            CountStartDay = start,
            DueMoment = moment,
            RestDayStart = rest,
            PausedBefore = noon < 0 ? null : new LocalTime(noon, 0),
            SameDayPause = same,
            RollToWorkingDay = roll,
        };

    private static readonly Gen<Limit> Cap =
        from unit in Gen.Enum<TimeUnit>()
        from amount in Gen.Int[0, 6]
        select new Limit(amount, unit);

    /// <summary>A clock of whole days, and a moment to ask at.</summary>
    public static Gen<(LimitClock Clock, Instant Now)> WholeDays { get; } = Of(
        [TimeUnit.WorkingDay, TimeUnit.CalendarDay], Gen.Int[0, 30].Select(n => (decimal)n));

    /// <summary>A rolling clock in steps of a quarter, and a moment to ask at.</summary>
    public static Gen<(LimitClock Clock, Instant Now)> Rolling { get; } = Of(
        [TimeUnit.UrgentHour, TimeUnit.CalendarHour, TimeUnit.NaturalDay, TimeUnit.WorkHour, TimeUnit.WorkDay],
        Gen.Int[0, 12].Select(n => (decimal)n));

    private static Gen<(LimitClock Clock, Instant Now)> Of(TimeUnit[] units, Gen<decimal> amounts) =>
        from unit in Gen.Int[0, units.Length - 1].Select(i => units[i])
        from amount in amounts
        from start in Moment
        from extension in amounts.Array[0, 2]
        from pauses in PauseFrom(start).Array[0, 4]
        from rules in Rules
        from now in Gen.Int[0, 60 * 24 * 60]
        from ends in Gen.Int[0, 9]
        let asked = start + Duration.FromMinutes(now)
        select (
            new LimitClock(new Limit(amount, unit), start)
            {
                Extensions = [.. extension.Select(e => new Limit(e, unit))],
                Pauses = [.. pauses],
                Rules = rules,
                End = ends == 0 ? asked : null,
            },
            asked);

    private static Gen<Instant> Moment =>
        from day in AnyCalendar.Date
        from minute in Gen.Int[0, 1_439]
        select Instant.FromUtc(day.Year, day.Month, day.Day, minute / 60, minute % 60);

    private static Gen<Pause> PauseFrom(Instant start) =>
        from at in Gen.Int[-2 * 1_440, 25 * 1_440]
        from length in Gen.OneOf(Gen.Int[0, 600], Gen.Int[0, 12 * 1_440])
        from open in Gen.Int[0, 4]
        from capped in Gen.Bool
        from cap in Cap
        let begin = start + Duration.FromMinutes(at)
        select new Pause("hearing", begin, open == 0 ? null : begin + Duration.FromMinutes(length))
        {
            Cap = capped ? cap : null,
        };
}
