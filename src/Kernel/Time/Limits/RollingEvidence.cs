using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>The proof of a rolling limit: the stretches that count, day by day.</summary>
internal static class RollingEvidence
{
    public static ImmutableArray<DayEvidence> Of(LimitClock clock, WorkCalendar calendar, Instant now, DueDate due)
    {
        var office = clock.Limit.Unit.Family() == TimeFamily.Office;
        var stops = Stop.Of(clock, calendar, clock.End ?? now);
        var start = WholeDays.DayOf(clock.Start, calendar);
        var last = Math.Min(Dates.NumberOf(due.Date), start + DayEvidence.MaxDays - 1);
        var proof = ImmutableArray.CreateBuilder<DayEvidence>();
        var total = Duration.Zero;
        for (var day = start; day <= last; day++)
        {
            var fact = calendar.Day(Dates.DateOf(day));
            var spans = ImmutableArray.CreateBuilder<CountedSpan>();
            foreach (var (from, to) in Windows(calendar, fact, day, office))
            {
                Running(Instant.Max(from, clock.Start), Instant.Min(to, due.At), stops, spans);
            }

            foreach (var span in spans)
            {
                total += span.To - span.From;
            }

            var pause = PauseOf(stops, calendar, day);
            var use = spans.Count > 0 ? DayUse.Counted
                : pause is not null && (fact.IsWorking || !office) ? DayUse.Paused
                : DayUse.NotCounted;
            proof.Add(new DayEvidence(fact, use, Number: 0, pause) { Spans = spans.ToImmutable(), Total = total });
        }

        return proof.ToImmutable();
    }

    private static IEnumerable<(Instant From, Instant To)> Windows(
        WorkCalendar calendar, DayFact fact, int day, bool office)
    {
        if (!office)
        {
            yield return (Dates.StartOf(calendar.Zone, day), Dates.StartOf(calendar.Zone, day + 1));
            yield break;
        }

        for (var i = 0; fact.IsWorking && i < calendar.OfficeTime.Windows; i++)
        {
            yield return calendar.OfficeTime.Window(day, i);
        }
    }

    private static void Running(
        Instant from, Instant to, ReadOnlySpan<Stop> stops, ImmutableArray<CountedSpan>.Builder spans)
    {
        foreach (var stop in stops)
        {
            if (stop.To <= from || stop.From >= to)
            {
                continue;
            }

            if (stop.From > from)
            {
                spans.Add(new CountedSpan(from, stop.From));
            }

            from = stop.To;
        }

        if (from < to)
        {
            spans.Add(new CountedSpan(from, to));
        }
    }

    private static Pause? PauseOf(ReadOnlySpan<Stop> stops, WorkCalendar calendar, int day)
    {
        var (from, to) = (Dates.StartOf(calendar.Zone, day), Dates.StartOf(calendar.Zone, day + 1));
        foreach (var stop in stops)
        {
            if (stop.From < to && stop.To > from)
            {
                return stop.Pause;
            }
        }

        return null;
    }
}
