using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>
/// A clock of a case as facts know it: what was started, when, how it paused. Its due date is never stored; it is
/// derived
/// from this and the calendar (<see cref="CaseClocks"/>).
/// </summary>
/// <param name="Id">Id within the procedure.</param>
/// <param name="Limit">The limit it was started with.</param>
/// <param name="StartedAt">The moment it counts from.</param>
public sealed record CaseClock(string Id, Limit Limit, Instant StartedAt)
{
    /// <summary>Amounts added to the limit, in its own unit.</summary>
    public ImmutableArray<decimal> Extensions { get; init; } = [];

    /// <summary>When it stood still, and why.</summary>
    public ImmutableArray<ClockStop> Pauses { get; init; } = [];

    /// <summary>When it stopped for good.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>How often it was started; part of a timer's command id, so that a double firing is harmless.</summary>
    public int Turn { get; init; } = 1;

    /// <summary>Whether it has not stopped for good.</summary>
    public bool Runs => StoppedAt is null;

    /// <summary>Whether it stands still now.</summary>
    public bool Paused => Runs && Pauses is [.., { To: null }];
}

/// <summary>One pause of a clock.</summary>
/// <param name="Type">Why, as the act that began it says.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; null: still.</param>
/// <param name="CapDays">Working days after which the clock runs on by itself; null: no cap.</param>
public sealed record ClockStop(string Type, Instant From, Instant? To, int? CapDays);
