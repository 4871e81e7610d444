namespace Heluo.Kernel;

/// <summary>A question to the calendar as a person writes it: when is a limit due that begins then?</summary>
/// <param name="Start">Local date, or local date and time (<c>2021-01-04</c>, <c>2026-02-13T16:30</c>), 1900 to
/// 2200.</param>
/// <param name="Amount">How much of the unit.</param>
public sealed record DueQuestion(string Start, decimal Amount)
{
    /// <summary>The unit by its written name, see <see cref="TimeUnits.Names"/>.</summary>
    public string Unit { get; init; } = TimeUnit.WorkingDay.Name();

    /// <summary>Answer with what was published by the end of this local date; null for everything known.</summary>
    public string? AsOf { get; init; }

    /// <summary>Division code whose closures apply; null for none in particular.</summary>
    public string? Area { get; init; }

    /// <summary>Agency code whose closures apply; null for none in particular.</summary>
    public string? Agency { get; init; }

    /// <summary>Whether the answer carries its evidence.</summary>
    public bool Explain { get; init; }

    /// <summary>How whole days are counted.</summary>
    public CountingRules Rules { get; init; } = CountingRules.Usual;

    /// <summary>Answers. Refuses <c>calendar.question</c> with every fault: <c>calendar.start</c>,
    /// <c>calendar.as_of</c>,
    /// <c>limit.unit</c>, <c>limit.amount</c>, <c>limit.whole_days</c>.</summary>
    /// <param name="calendar">The city's calendar.</param>
    public Outcome<DueAnswer> Ask(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var faults = new List<Fault>();
        var start = LocalTexts.Moment(Start);
        if (start is null)
        {
            faults.Add(new Fault("start", "calendar.start", "A start is a date or a date and time from 1900 to 2200."));
        }

        var asOf = AsOf is null ? null : LocalTexts.Date(AsOf);
        if (AsOf is not null && asOf is null)
        {
            faults.Add(new Fault("asOf", "calendar.as_of", "The day of knowledge is a date from 1900 to 2200."));
        }

        var known = TimeUnits.TryParse(Unit, out var unit);
        var limit = new Limit(Amount, known ? unit : (TimeUnit)(-1));
        if (limit.Check("amount") is { } fault)
        {
            faults.Add(fault);
        }

        if (faults.Count > 0)
        {
            return new Refusal(RefusalKind.Invalid, "calendar.question", "The calendar cannot answer this.")
            {
                Faults = [.. faults],
            };
        }

        var view = (asOf is { } day ? calendar.AsOf(day) : calendar).For(Area, Agency);
        var clock = new LimitClock(limit, Dates.MomentOf(calendar.Zone, start!.Value)) { Rules = Rules };
        var due = clock.Due(view, clock.Start);
        return DueAnswer.Of(this, view, due, Explain ? clock.Explain(view, clock.Start) : null);
    }
}
