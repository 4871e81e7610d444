using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>
/// One running limit: what facts hold of it, and nothing derived. Its due date is a pure function of it, a calendar and
/// the time; it is never stored, so that a notice published later or an amended one simply changes the answer.
/// </summary>
/// <param name="Limit">The limit.</param>
/// <param name="Start">When the clock began.</param>
public sealed record LimitClock(Limit Limit, Instant Start)
{
    /// <summary>Most pauses of one clock.</summary>
    public const int MaxPauses = 64;

    /// <summary>Most extensions of one clock.</summary>
    public const int MaxExtensions = 16;

    /// <summary>Extensions granted; each adds to the limit and is of its family (a work day may extend work
    /// hours).</summary>
    public ImmutableArray<Limit> Extensions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The pauses, in any order; where they overlap, time is excluded once.</summary>
    public ImmutableArray<Pause> Pauses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When the clock ended for good (the decision was made); null while it runs or stands.</summary>
    public Instant? End { get; init; }

    /// <summary>How whole days are counted.</summary>
    public CountingRules Rules { get; init; } = CountingRules.Usual;

    /// <summary>Every fault of the clock: <c>limit.*</c>, <c>limit.family</c> (an extension in another kind of time),
    /// <c>limit.too_many</c>, <c>limit.range</c> (outside 1900–2200), <c>pause.ends_before</c>.</summary>
    public IReadOnlyList<Fault> Check() => LimitChecks.Faults(this);

    /// <summary>When the limit is due, how much is used and left at a moment. No allocation while there is no
    /// pause.</summary>
    /// <param name="calendar">The calendar, already narrowed to what was known and to the area and agency.</param>
    /// <param name="now">The moment of the question; a clock that stands is taken to run again at it.</param>
    /// <exception cref="ArgumentException">The clock has a fault; ask <see cref="Check"/> first.</exception>
    public DueDate Due(WorkCalendar calendar, Instant now)
    {
        Guard(calendar);
        return Limit.Unit.IsWholeDays() ? WholeDays.Find(this, calendar, now) : RollingTime.Find(this, calendar, now);
    }

    /// <summary>The day-by-day proof of <see cref="Due"/>: every day from the start to the due date, whether it counts,
    /// why, and the number it gets. At most <see cref="DayEvidence.MaxDays"/> days.</summary>
    /// <param name="calendar">The same calendar as for the due date.</param>
    /// <param name="now">The same moment as for the due date.</param>
    /// <exception cref="ArgumentException">The clock has a fault; ask <see cref="Check"/> first.</exception>
    public ImmutableArray<DayEvidence> Explain(WorkCalendar calendar, Instant now)
    {
        var due = Due(calendar, now);
        return Limit.Unit.IsWholeDays()
            ? WholeDaysEvidence.Of(this, calendar, now, due)
            : RollingEvidence.Of(this, calendar, now, due);
    }

    /// <summary>When the pause that stands reaches its cap, so that the clock runs on by itself; null when none stands
    /// or it has no cap.</summary>
    /// <param name="calendar">The same calendar as for the due date.</param>
    /// <exception cref="ArgumentException">The clock has a fault; ask <see cref="Check"/> first.</exception>
    public Instant? CapRunsOut(WorkCalendar calendar)
    {
        Guard(calendar);
        foreach (var stop in Stop.Of(this, calendar, resumed: null))
        {
            if (End is null && stop.Pause is { To: null, Cap: not null })
            {
                return stop.To;
            }
        }

        return null;
    }

    internal decimal AllowedDays()
    {
        var sum = Limit.Amount;
        foreach (var extension in Extensions)
        {
            sum += extension.Amount;
        }

        return sum;
    }

    internal Duration AllowedTime(OfficeHours hours)
    {
        var sum = Limit.Length(hours);
        foreach (var extension in Extensions)
        {
            sum += extension.Length(hours);
        }

        return sum;
    }

    private void Guard(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (LimitChecks.First(this) is { } fault)
        {
            throw new ArgumentException($"{fault.Code}: {fault.Sentence}");
        }
    }
}
