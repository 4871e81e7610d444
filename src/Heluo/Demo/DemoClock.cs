using Heluo.Kernel;
using NodaTime;

namespace Heluo.Demo;

/// <summary>
/// The clock of a demo city: the machine's clock plus an offset that only grows. Moving it wakes every timer that
/// falls due by the move, so that a visitor sees a deadline cross a holiday without waiting for it.
/// </summary>
/// <param name="machine">The machine's clock.</param>
/// <param name="offset">How far the demo is from the machine at the start; negative in the past.</param>
/// <param name="keep">Told the new offset after each move.</param>
internal sealed class DemoClock(TimeProvider machine, TimeSpan offset = default, Action<TimeSpan>? keep = null)
    : TimeProvider
{
    /// <summary>One move is at most so many days, so that a slip of the finger does not end the calendar.</summary>
    public const int LongestMove = 400;

    private readonly Lock gate = new();
    private readonly HashSet<DemoTimer> timers = [];
    private TimeSpan offset = offset;

    public TimeProvider Machine => machine;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return machine.GetUtcNow() + offset;
        }
    }

    // Wall and monotonic time move together: parting clocks would hold every timer of the house.
    public override long GetTimestamp()
    {
        lock (gate)
        {
            return machine.GetTimestamp() + (long)(offset.TotalSeconds * machine.TimestampFrequency);
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

    /// <summary>Moves to an instant. Refuses <c>demo.time_backwards</c> and <c>demo.time_far</c>.</summary>
    public Outcome<Instant> MoveTo(Instant target)
    {
        DemoTimer[] waiting;
        TimeSpan moved;
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

            offset += step.ToTimeSpan();
            moved = offset;
            waiting = [.. timers];
        }

        keep?.Invoke(moved);
        foreach (var timer in waiting)
        {
            timer.Reset();
        }

        return target;
    }

    /// <summary>Moves forward without keeping the time, while a city is being made; nobody waits on a timer yet.</summary>
    internal void Jump(Instant target)
    {
        lock (gate)
        {
            var step = target - this.Now();
            offset += step > Duration.Zero ? step.ToTimeSpan() : TimeSpan.Zero;
        }
    }

    internal void Forget(DemoTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }
}
