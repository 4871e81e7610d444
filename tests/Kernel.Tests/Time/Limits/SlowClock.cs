using NodaTime;

namespace Heluo.Kernel.Tests;

/// <summary>
/// The obvious clock: whole days one by one, rolling time minute by minute, the rules as the fact book words them.
/// Everything it is given lies on whole minutes.
/// </summary>
internal sealed class SlowClock(LimitClock clock, CalendarData data, SlowCalendar calendar)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private readonly CountingRules rules = clock.Rules;

    private bool WholeDays => clock.Limit.Unit.IsWholeDays();

    /// <summary>When an open pause is taken to end; null never.</summary>
    public Instant? Resumed { get; init; }

    /// <summary>The last day; null when a pause never ends.</summary>
    public LocalDate? LastDay()
    {
        var allowed = clock.Limit.Amount + clock.Extensions.Sum(e => e.Amount);
        var day = DateOf(clock.Start);
        var begins = day;
        if (!Counts(day))
        {
            while (!Counts(begins))
            {
                begins = begins.PlusDays(1);
            }

            if (rules.RestDayStart == RestDayStart.MovesToNextWorkingDay && !rules.CountStartDay && allowed > 0)
            {
                begins = begins.PlusDays(1);
            }
        }
        else if (!rules.CountStartDay && allowed > 0)
        {
            begins = begins.PlusDays(1);
        }

        var stops = Stops();
        var left = Math.Max(allowed, 1);
        for (day = begins; day.Year < 2040; day = day.PlusDays(1))
        {
            left -= Counts(day) && !Excluded(day, stops) ? 1 : 0;
            if (left == 0)
            {
                return Rolled(day);
            }
        }

        return null;
    }

    /// <summary>The moment the limit runs out; null when a pause never ends.</summary>
    public Instant? Due()
    {
        if (WholeDays)
        {
            return LastDay() is not { } last ? null
                : rules.DueMoment == DueMoment.EndOfDay ? data.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant()
                : data.OfficeHours.Closes == LocalTime.Midnight ? data.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant()
                : data.Zone.AtLeniently(last + data.OfficeHours.Closes).ToInstant();
        }

        var stops = Stops();
        var left = Minutes();
        var at = clock.Start;
        for (var steps = 0; left > 0; at += Minute)
        {
            if (++steps > 2_000_000)
            {
                return null;
            }

            left -= Runs(at, stops) ? 1 : 0;
        }

        return at;
    }

    /// <summary>Used up to a moment: whole days, or minutes.</summary>
    public decimal Elapsed(Instant until)
    {
        var stops = Stops();
        var count = 0m;
        if (!WholeDays)
        {
            for (var at = clock.Start; at < until; at += Minute)
            {
                count += Runs(at, stops) ? 1 : 0;
            }

            return count;
        }

        var start = DateOf(clock.Start);
        var skip = !rules.CountStartDay || !Counts(start);
        var moved = rules.RestDayStart == RestDayStart.MovesToNextWorkingDay && !rules.CountStartDay && !Counts(start);
        for (var day = skip ? start.PlusDays(1) : start; day <= DateOf(until); day = day.PlusDays(1))
        {
            if (Counts(day) && moved)
            {
                moved = false;
                continue;
            }

            count += Counts(day) && !Excluded(day, stops) ? 1 : 0;
        }

        return count;
    }

    public decimal MinutesOf(TimeUnit unit) => unit switch
    {
        TimeUnit.WorkDay => (decimal)data.OfficeHours.Day.TotalMinutes,
        TimeUnit.NaturalDay => 1_440,
        _ => 60,
    };

    private List<(Instant From, Instant To)> Stops() => [.. clock.Pauses.Select(p => (p.From, To(p)))];

    private Instant To(Pause pause)
    {
        var to = pause.To ?? (Resumed is { } now ? Instant.Max(now, pause.From) : Instant.MaxValue);
        if (pause.Cap is not { } cap)
        {
            return to;
        }

        var at = pause.From;
        if (!cap.Unit.IsWholeDays())
        {
            for (var left = cap.Amount * MinutesOf(cap.Unit); left > 0 && at < to; at += Minute)
            {
                left -= Family(cap.Unit, at) ? 1 : 0;
            }

            return Instant.Min(to, at);
        }

        var day = DateOf(at);
        var early = Early(at);
        for (var left = cap.Amount; left > 0; day = day.PlusDays(1))
        {
            var counts = cap.Unit == TimeUnit.CalendarDay || calendar.IsWorking(day);
            left -= counts && (early || day > DateOf(at)) ? 1 : 0;
        }

        return Instant.Min(to, cap.Amount == 0 ? at : data.Zone.AtStartOfDay(day).ToInstant());
    }

    private bool Excluded(LocalDate day, List<(Instant From, Instant To)> stops) => stops.Any(stop =>
    {
        var from = DateOf(stop.From);
        var to = stop.To == Instant.MaxValue ? LocalDate.MaxIsoValue : DateOf(stop.To);
        return from == to
            ? day == from && stop.To > stop.From && (rules.SameDayPause == SameDayPause.Always
                || (rules.SameDayPause == SameDayPause.AsFirstDay && Early(stop.From)))
            : (day > from && day < to) || (day == from && Early(stop.From));
    });

    private bool Runs(Instant at, List<(Instant From, Instant To)> stops) =>
        Family(clock.Limit.Unit, at) && !stops.Any(s => s.From <= at && at < s.To);

    private bool Family(TimeUnit unit, Instant at) => unit.Family() != TimeFamily.Office || calendar.IsOpen(at);

    private decimal Minutes() =>
        (clock.Limit.Amount * MinutesOf(clock.Limit.Unit)) + clock.Extensions.Sum(e => e.Amount * MinutesOf(e.Unit));

    private bool Early(Instant moment) => moment.InZone(data.Zone).TimeOfDay < rules.PausedBefore;

    private bool Counts(LocalDate day) => clock.Limit.Unit == TimeUnit.CalendarDay || calendar.IsWorking(day);

    private LocalDate Rolled(LocalDate day)
    {
        while (clock.Limit.Unit == TimeUnit.CalendarDay && rules.RollToWorkingDay && !calendar.IsWorking(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    private LocalDate DateOf(Instant moment) => moment.InZone(data.Zone).Date;
}
