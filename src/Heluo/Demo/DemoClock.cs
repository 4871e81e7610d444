using Heluo.Kernel;
using NodaTime;

namespace Heluo.Demo;

/// <summary>
/// The clock of a demo city: the machine's clock plus an offset that only grows. Moving it wakes every timer that
/// falls due by the move, so that a visitor sees a deadline cross a holiday without waiting for it.
/// </summary>
/// <param name="machine">The machine's clock.</param>
/// <param name="offset">How far the demo is from the machine at the start; negative in the past.</param>
internal sealed class DemoClock(TimeProvider machine, TimeSpan offset = default) : TimeProvider
{
    /// <summary>One move is at most so many days, so that a slip of the finger does not end the calendar.</summary>
    public const int LongestMove = 400;

    private readonly Lock gate = new();
    private readonly HashSet<DemoTimer> timers = [];
    private TimeSpan offset = offset;
    private DateTimeOffset? stands;

    public TimeProvider Machine => machine;

    /// <summary>Told the new offset after each move; nobody is, while it is null.</summary>
    public Action<TimeSpan>? Keep { get; set; }

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    // Wall and monotonic time are one here: parting clocks would hold every timer of the house.
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return stands ?? machine.GetUtcNow() + offset;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new DemoTimer(this, callback, state, dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Lets it stand still but for moves, while a life is being made.</summary>
    public void Stand()
    {
        lock (gate)
        {
            stands = machine.GetUtcNow() + offset;
        }
    }

    /// <summary>Lets it run on from where it stands.</summary>
    public void Run()
    {
        lock (gate)
        {
            offset = GetUtcNow() - machine.GetUtcNow();
            stands = null;
        }

        Keep?.Invoke(offset);
        Ring();
    }

    /// <summary>Moves to an instant. Refuses <c>demo.time_backwards</c> and <c>demo.time_far</c>.</summary>
    public Outcome<Instant> MoveTo(Instant target)
    {
        lock (gate)
        {
            var step = target - this.Now();
            if (step < Duration.Zero)
            {
                return DemoRefusals.Backwards;
            }

            if (step.TotalDays > LongestMove)
            {
                return DemoRefusals.Far;
            }

            stands += step.ToTimeSpan();
            offset += step.ToTimeSpan();
        }

        Keep?.Invoke(offset);
        Ring();
        return target;
    }

    internal void Forget(DemoTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private void Ring()
    {
        DemoTimer[] waiting;
        lock (gate)
        {
            waiting = [.. timers];
        }

        foreach (var timer in waiting)
        {
            timer.Reset();
        }
    }
}
