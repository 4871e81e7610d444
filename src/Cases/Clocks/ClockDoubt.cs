using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>
/// Whether the wall clock can be believed. When it parts from the monotonic clock by more than an hour, timers hold and
/// health is unready until an operator confirms the time: a wrong clock must not deem a thousand applications accepted.
/// </summary>
public sealed class ClockDoubt
{
    /// <summary>How far wall and monotonic clock may part.</summary>
    public static readonly Duration Tolerated = Duration.FromHours(1);

    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private Instant wallThen;
    private long monotonicThen;
    private bool confirmed = true;

    /// <summary>Begins to watch.</summary>
    public ClockDoubt(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.clock = clock;
        Remember();
    }

    /// <summary>Whether the clock is in doubt now.</summary>
    public bool IsInDoubt
    {
        get
        {
            lock (gate)
            {
                var monotonic = Duration.FromTimeSpan(clock.GetElapsedTime(monotonicThen));
                var parted = clock.Now() - wallThen - monotonic;
                if (parted > Tolerated || parted < -Tolerated)
                {
                    confirmed = false;
                }
                else if (confirmed)
                {
                    Remember();
                }

                return !confirmed;
            }
        }
    }

    /// <summary>An operator says that the time is right, or a demo moved it on purpose.</summary>
    public void Confirm()
    {
        lock (gate)
        {
            confirmed = true;
            Remember();
        }
    }

    private void Remember()
    {
        wallThen = clock.Now();
        monotonicThen = clock.GetTimestamp();
    }
}
