using NodaTime;

namespace Heluo.Kernel;

/// <summary>Counts limits that roll from the moment of the start: continuous time, or office time only.</summary>
internal static class RollingTime
{
    public static DueDate Find(LimitClock clock, WorkCalendar calendar, Instant now)
    {
        var until = clock.End ?? now;
        var stops = Stop.Of(clock, calendar, resumed: until);
        var standing = Stop.AnyStands(stops, clock, until);

        var hours = calendar.OfficeHours;
        var unit = Limit.UnitLength(clock.Limit.Unit, hours);
        var allowed = clock.AllowedTime(hours);
        var at = End(clock, calendar, allowed, stops) ?? until;
        var elapsed = Elapsed(clock, calendar, stops, until);
        var date = at.InZone(calendar.Zone).Date;
        var office = clock.Limit.Unit.Family() == TimeFamily.Office;
        return new DueDate
        {
            Date = date,
            At = at,
            Provisional = office && calendar.IsProvisional(clock.Start.InZone(calendar.Zone).Date, date),
            Unit = clock.Limit.Unit,
            Allowed = In(unit, allowed),
            Elapsed = In(unit, elapsed),
            Remaining = In(unit, allowed - elapsed),
            Paused = standing,
            RunsOutAt = standing
                ? End(clock, calendar, allowed, Stop.Of(clock, calendar, resumed: null))
                : at,
            Late = until > at,
        };
    }

    /// <summary>The first moment at which so much time has run since the start.</summary>
    public static Instant Add(WorkCalendar calendar, TimeFamily family, Instant start, Duration left)
    {
        if (family != TimeFamily.Office || left <= Duration.Zero)
        {
            return start + left;
        }

        var office = calendar.OfficeTime;
        var table = calendar.Table;
        var day = WholeDays.DayOf(start, calendar);
        while (true)
        {
            if (table.IsWorking(day))
            {
                for (var i = 0; i < office.Windows; i++)
                {
                    var window = office.Window(day, i);
                    var from = Instant.Max(window.Start, start);
                    var length = window.End - from;
                    if (length >= left)
                    {
                        return from + left;
                    }

                    left -= length > Duration.Zero ? length : Duration.Zero;
                }
            }

            var rank = table.Rank(day + 1);
            if (office.IsRegular && left > office.Day)
            {
                var days = (int)((left.BclCompatibleTicks - 1) / office.Day.BclCompatibleTicks);
                left -= office.Day * days;
                rank += days;
            }

            day = table.Select(rank);
        }
    }

    /// <summary>The time that runs between two moments.</summary>
    public static Duration Between(WorkCalendar calendar, TimeFamily family, Instant from, Instant to)
    {
        if (to <= from)
        {
            return Duration.Zero;
        }

        if (family != TimeFamily.Office)
        {
            return to - from;
        }

        var table = calendar.Table;
        var first = WholeDays.DayOf(from, calendar);
        var last = WholeDays.DayOf(to, calendar);
        var sum = Part(calendar, first, from, to);
        if (last <= first)
        {
            return sum;
        }

        sum += Part(calendar, last, from, to);
        if (calendar.OfficeTime.IsRegular)
        {
            return sum + (calendar.OfficeTime.Day * (table.Rank(last) - table.Rank(first + 1)));
        }

        for (var day = first + 1; day < last; day++)
        {
            sum += Part(calendar, day, from, to);
        }

        return sum;
    }

    private static Duration Part(WorkCalendar calendar, int day, Instant from, Instant to)
    {
        var sum = Duration.Zero;
        if (!calendar.Table.IsWorking(day))
        {
            return sum;
        }

        for (var i = 0; i < calendar.OfficeTime.Windows; i++)
        {
            var window = calendar.OfficeTime.Window(day, i);
            var length = Instant.Min(window.End, to) - Instant.Max(window.Start, from);
            sum += length > Duration.Zero ? length : Duration.Zero;
        }

        return sum;
    }

    /// <summary>The moment the time runs out; null when a pause never ends.</summary>
    private static Instant? End(LimitClock clock, WorkCalendar calendar, Duration left, ReadOnlySpan<Stop> stops)
    {
        var family = clock.Limit.Unit.Family();
        var from = clock.Start;
        foreach (var stop in stops)
        {
            if (stop.To <= from)
            {
                continue;
            }

            var run = Between(calendar, family, from, stop.From);
            if (left <= run)
            {
                return Add(calendar, family, from, left);
            }

            if (stop.To == Instant.MaxValue)
            {
                return null;
            }

            left -= run;
            from = stop.To;
        }

        return Add(calendar, family, from, left);
    }

    private static Duration Elapsed(LimitClock clock, WorkCalendar calendar, ReadOnlySpan<Stop> stops, Instant until)
    {
        var family = clock.Limit.Unit.Family();
        var from = clock.Start;
        var sum = Duration.Zero;
        foreach (var stop in stops)
        {
            if (stop.To > from)
            {
                sum += Between(calendar, family, from, Instant.Min(stop.From, until));
                from = stop.To;
            }
        }

        return sum + Between(calendar, family, from, until);
    }

    private static decimal In(Duration unit, Duration time) =>
        decimal.Round((decimal)time.BclCompatibleTicks / unit.BclCompatibleTicks, 6);
}
