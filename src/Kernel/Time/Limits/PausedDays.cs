using NodaTime;

namespace Heluo.Kernel;

/// <summary>A run of whole days that a pause takes out of a count, both ends included.</summary>
/// <param name="From">First day taken out.</param>
/// <param name="To">Last day taken out; <see cref="int.MaxValue"/> when the pause never ends.</param>
/// <param name="Pause">The pause.</param>
internal readonly record struct PausedDays(int From, int To, Pause Pause)
{
    /// <summary>The days taken out by the stops, in order, without empty runs; they may overlap.</summary>
    public static PausedDays[] Of(ReadOnlySpan<Stop> stops, CountingRules rules, WorkCalendar calendar)
    {
        if (stops.IsEmpty)
        {
            return [];
        }

        var days = new List<PausedDays>(stops.Length);
        foreach (var stop in stops)
        {
            var run = Of(stop, rules, calendar);
            if (run.From <= run.To)
            {
                days.Add(run);
            }
        }

        days.Sort(static (a, b) => a.From.CompareTo(b.From));
        return [.. days];
    }

    private static PausedDays Of(Stop stop, CountingRules rules, WorkCalendar calendar)
    {
        var from = stop.From.InZone(calendar.Zone).LocalDateTime;
        var first = Dates.NumberOf(from.Date);
        var early = from.TimeOfDay < rules.PausedBefore;
        if (stop.To == Instant.MaxValue)
        {
            return new PausedDays(early ? first : first + 1, int.MaxValue, stop.Pause);
        }

        var last = WholeDays.DayOf(stop.To, calendar);
        if (first != last)
        {
            return new PausedDays(early ? first : first + 1, last - 1, stop.Pause);
        }

        var whole = stop.To > stop.From
            && (rules.SameDayPause == SameDayPause.Always || (rules.SameDayPause == SameDayPause.AsFirstDay && early));
        return new PausedDays(first, whole ? first : first - 1, stop.Pause);
    }
}
