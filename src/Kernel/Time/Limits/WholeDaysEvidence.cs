using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>The proof of a limit of whole days. It counts day by day, independent of the ranks that found the
/// date.</summary>
internal static class WholeDaysEvidence
{
    public static ImmutableArray<DayEvidence> Of(LimitClock clock, WorkCalendar calendar, Instant now, DueDate due)
    {
        var scale = new DayScale(clock.Limit.Unit, calendar);
        var start = WholeDays.DayOf(clock.Start, calendar);
        var allowed = (int)clock.AllowedDays();
        var first = WholeDays.FirstDay(clock, scale, start, allowed);
        var paused = PausedDays.Of(Stop.Of(clock, calendar, clock.End ?? now), clock.Rules, calendar);
        var last = Math.Min(Dates.NumberOf(due.Date), start + DayEvidence.MaxDays - 1);
        var proof = ImmutableArray.CreateBuilder<DayEvidence>();
        var number = 0;
        for (var day = start; day <= last; day++)
        {
            var pause = PauseOf(paused, day);
            var use = !scale.Counts(day) ? DayUse.NotCounted
                : day < first ? DayUse.Start
                : pause is not null ? DayUse.Paused
                : number < allowed ? DayUse.Counted
                : allowed == 0 ? DayUse.Start
                : DayUse.Moved;
            number += use == DayUse.Counted ? 1 : 0;
            proof.Add(new DayEvidence(
                calendar.Day(Dates.DateOf(day)), use, use == DayUse.Counted ? number : 0, pause));
        }

        return proof.ToImmutable();
    }

    private static Pause? PauseOf(ReadOnlySpan<PausedDays> paused, int day)
    {
        foreach (var run in paused)
        {
            if (day >= run.From && day <= run.To)
            {
                return run.Pause;
            }
        }

        return null;
    }
}
