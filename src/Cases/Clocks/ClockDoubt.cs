using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Why the wall clock is not believed.</summary>
public enum DoubtReason
{
    /// <summary>It parted from the monotonic clock while the house ran.</summary>
    Jumped,

    /// <summary>At the start it was far from the moment at which the house last knew the time.</summary>
    FarFromLastSeen,
}

/// <summary>
/// Whether the wall clock can be believed. When it parts from the monotonic clock by more than an hour while the house
/// runs, or is found more than a day later or more than an hour earlier after a restart, timers hold and health is
/// unready until an operator confirms the time: a wrong clock must not deem a thousand applications accepted. It does
/// not come back by itself, for then nobody would know what happened meanwhile.
/// </summary>
public sealed class ClockDoubt
{
    /// <summary>How far wall and monotonic clock may part, counted from the start or the last confirmation; and how far
    /// the wall clock may be found set back over a restart.</summary>
    public static readonly Duration Tolerated = Duration.FromHours(1);

    /// <summary>How much later a house may be started again and be believed.</summary>
    public static readonly Duration AcrossRestart = Duration.FromDays(1);

    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private Instant wallThen;
    private long monotonicThen;
    private DoubtReason? reason;

    /// <summary>Begins to watch.</summary>
    /// <param name="clock">The clock of the house.</param>
    /// <param name="seen">When the house last knew what time it was; null: never.</param>
    public ClockDoubt(TimeProvider clock, Instant? seen = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.clock = clock;
        Remember();
        if (seen is { } then && (wallThen - then > AcrossRestart || then - wallThen > Tolerated))
        {
            reason = DoubtReason.FarFromLastSeen;
        }
    }

    /// <summary>Whether the clock is in doubt now.</summary>
    public bool IsInDoubt => Reason is not null;

    /// <summary>Why it is in doubt now; null when it is not.</summary>
    public DoubtReason? Reason
    {
        get
        {
            lock (gate)
            {
                // Parting is counted from the beginning: many small jumps are as wrong as a large one.
                var parted = clock.Now() - wallThen - Duration.FromTimeSpan(clock.GetElapsedTime(monotonicThen));
                if (parted > Tolerated || parted < -Tolerated)
                {
                    reason ??= DoubtReason.Jumped;
                }

                return reason;
            }
        }
    }

    /// <summary>An operator says that the time is right, or a demo moved it on purpose.</summary>
    public void Confirm()
    {
        lock (gate)
        {
            reason = null;
            Remember();
        }
    }

    private void Remember()
    {
        wallThen = clock.Now();
        monotonicThen = clock.GetTimestamp();
    }
}
