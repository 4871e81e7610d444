using NodaTime;

namespace Heluo.Kernel;

/// <summary>
/// Counts limits of whole days: the days of a pause are taken out by their ranks, so the cost does not grow with the
/// length of the limit.
/// </summary>
internal static class WholeDays
{
    public static DueDate Find(LimitClock clock, WorkCalendar calendar, Instant now)
    {
        var until = clock.End ?? now;
        var stops = Stop.Of(clock, calendar, resumed: until);
        var paused = PausedDays.Of(stops, clock.Rules, calendar);
        var standing = Stop.AnyStands(stops, clock, until);

        var scale = new DayScale(clock.Limit.Unit, calendar);
        var allowed = (int)clock.AllowedDays();
        var start = DayOf(clock.Start, calendar);
        var first = FirstDay(clock, scale, start, allowed);
        var last = Last(scale, first, allowed, paused);
        var day = Rolled(clock, calendar, last);
        var at = Moment(clock.Rules, calendar, day);
        var elapsed = allowed == 0 ? 0 : Elapsed(scale, first, paused, DayOf(until, calendar));
        var late = clock.Rules.DueMoment == DueMoment.EndOfDay ? until >= at : until > at;
        return new DueDate
        {
            Date = Dates.DateOf(day),
            At = at,
            Provisional = Touches(clock, calendar, start, last, day),
            Unit = clock.Limit.Unit,
            Allowed = allowed,
            Elapsed = elapsed,
            Remaining = late ? Math.Min(allowed - elapsed, 0) : Math.Max(allowed - elapsed, 0),
            Paused = standing,
            RunsOutAt = standing ? RunsOut(clock, calendar, scale, first, allowed) : at,
            Late = late,
        };
    }

    public static int DayOf(Instant moment, WorkCalendar calendar) =>
        Dates.NumberOf(moment.InZone(calendar.Zone).Date);

    /// <summary>The first day that can be day 1; for a limit of nothing, the day on which it is due.</summary>
    public static int FirstDay(LimitClock clock, DayScale scale, int start, int allowed)
    {
        if (!scale.Counts(start))
        {
            var next = scale.Select(scale.Rank(start));
            var moves = clock.Rules is { RestDayStart: RestDayStart.MovesToNextWorkingDay, CountStartDay: false };
            return moves && allowed > 0 ? next + 1 : next;
        }

        return clock.Rules.CountStartDay || allowed == 0 ? start : start + 1;
    }

    /// <summary>The last counted day, or <see cref="int.MaxValue"/> when a pause never ends.</summary>
    private static int Last(DayScale scale, int first, int allowed, ReadOnlySpan<PausedDays> paused)
    {
        var target = scale.Rank(first) + Math.Max(allowed, 1) - 1;
        var free = first;
        foreach (var run in paused)
        {
            var from = Math.Max(run.From, free);
            if (run.To < from || scale.Rank(from) > target)
            {
                continue;
            }

            if (run.To == int.MaxValue)
            {
                return run.To;
            }

            target += scale.Rank(run.To + 1) - scale.Rank(from);
            free = run.To + 1;
        }

        return scale.Select(target);
    }

    private static int Elapsed(DayScale scale, int first, ReadOnlySpan<PausedDays> paused, int today)
    {
        var elapsed = today < first ? 0 : scale.Rank(today + 1) - scale.Rank(first);
        var free = first;
        foreach (var run in paused)
        {
            var from = Math.Max(run.From, free);
            var to = Math.Min(run.To, today);
            if (from <= to)
            {
                elapsed -= scale.Rank(to + 1) - scale.Rank(from);
                free = to + 1;
            }
        }

        return elapsed;
    }

    private static Instant? RunsOut(LimitClock clock, WorkCalendar calendar, DayScale scale, int first, int allowed)
    {
        var stops = Stop.Of(clock, calendar, resumed: null);
        var last = Last(scale, first, allowed, PausedDays.Of(stops, clock.Rules, calendar));
        return last == int.MaxValue ? null : Moment(clock.Rules, calendar, Rolled(clock, calendar, last));
    }

    private static int Rolled(LimitClock clock, WorkCalendar calendar, int last)
    {
        var rolls = clock.Limit.Unit == TimeUnit.CalendarDay && clock.Rules.RollToWorkingDay && last != int.MaxValue;
        return rolls ? calendar.Table.Select(calendar.Table.Rank(last)) : last;
    }

    private static Instant Moment(CountingRules rules, WorkCalendar calendar, int day) =>
        rules.DueMoment == DueMoment.EndOfDay
            ? Dates.StartOf(calendar.Zone, day + 1)
            : calendar.OfficeTime.Closing(day);

    private static bool Touches(LimitClock clock, WorkCalendar calendar, int start, int last, int day)
    {
        var counted = clock.Limit.Unit == TimeUnit.WorkingDay;
        return (counted || clock.Rules.RollToWorkingDay)
            && !calendar.Table.Covers(Dates.YearOf(counted ? start : last), Dates.YearOf(day));
    }
}
