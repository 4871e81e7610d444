using NodaTime;

namespace Heluo.Kernel;

/// <summary>When a limit is due and how it stands at the moment of the question. Derived, never stored.</summary>
public readonly record struct DueDate
{
    /// <summary>The last day, on the local calendar.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The moment the limit runs out; while the clock stands, the moment if it ran again now.</summary>
    public required Instant At { get; init; }

    /// <summary>A year that the count touches has no published notice: the date is an estimate.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The unit of the limit and of the three amounts below.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>Limit and extensions together.</summary>
    public required decimal Allowed { get; init; }

    /// <summary>Used at the moment of the question or at the end of the clock; a whole day counts from its
    /// beginning.</summary>
    public required decimal Elapsed { get; init; }

    /// <summary>Allowed less elapsed: for whole days the days left after today, 0 on the last day; negative when
    /// late.</summary>
    public required decimal Remaining { get; init; }

    /// <summary>Whether the clock stands at the moment of the question.</summary>
    public required bool Paused { get; init; }

    /// <summary>When the limit runs out if nobody acts any more: <see cref="At"/> when the clock runs; when it stands
    /// the moment after its pause has run to its cap; null when that pause has no cap. A timer waits for
    /// this.</summary>
    public required Instant? RunsOutAt { get; init; }

    /// <summary>Whether the clock was over its limit at the moment of the question or at its end.</summary>
    public required bool Late { get; init; }

    /// <summary>Elapsed as a share of allowed; 1 when nothing is allowed.</summary>
    public decimal Used => Allowed == 0 ? 1 : Elapsed / Allowed;
}
