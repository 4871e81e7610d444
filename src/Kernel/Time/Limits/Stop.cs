using NodaTime;

namespace Heluo.Kernel;

/// <summary>A pause with its true end: when it was ended, or ran into its cap, or is taken to end.</summary>
internal readonly record struct Stop(Instant From, Instant To, Pause Pause)
{
    /// <summary>The stops of a clock in order of their beginning; they may overlap.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="calendar">The calendar, for caps in working days.</param>
    /// <param name="resumed">When an open pause is taken to end; null lets it run to its cap, or for ever.</param>
    public static Stop[] Of(LimitClock clock, WorkCalendar calendar, Instant? resumed)
    {
        if (clock.Pauses.IsEmpty)
        {
            return [];
        }

        var stops = new Stop[clock.Pauses.Length];
        for (var i = 0; i < stops.Length; i++)
        {
            var pause = clock.Pauses[i];
            var to = pause.To ?? (resumed is { } now ? Instant.Max(now, pause.From) : Instant.MaxValue);
            if (pause.Cap is { } cap)
            {
                to = Instant.Min(to, CapEnd(pause.From, cap, clock.Rules, calendar));
            }

            stops[i] = new Stop(pause.From, to, pause);
        }

        Array.Sort(stops, static (a, b) => a.From.CompareTo(b.From));
        return stops;
    }

    /// <summary>Whether any pause still stands at a moment, its cap not yet reached.</summary>
    public static bool AnyStands(ReadOnlySpan<Stop> stops, LimitClock clock, Instant moment)
    {
        foreach (var stop in stops)
        {
            if (clock.End is null && stop.Pause.To is null && stop.From <= moment && stop.To >= moment)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cap of whole days is reached when the pause has taken out so many of them.</summary>
    private static Instant CapEnd(Instant from, Limit cap, CountingRules rules, WorkCalendar calendar)
    {
        if (!cap.Unit.IsWholeDays())
        {
            return RollingTime.Add(calendar, cap.Unit.Family(), from, cap.Length(calendar.OfficeHours));
        }

        if (cap.Amount == 0)
        {
            return from;
        }

        var scale = new DayScale(cap.Unit, calendar);
        var local = from.InZone(calendar.Zone).LocalDateTime;
        var first = Dates.NumberOf(local.Date) + (local.TimeOfDay < rules.PausedBefore ? 0 : 1);
        return Dates.StartOf(calendar.Zone, scale.Select(scale.Rank(first) + (int)cap.Amount - 1) + 1);
    }
}
