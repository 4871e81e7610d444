namespace Heluo.Demo;

/// <summary>
/// A timer that keeps its due moment on the demo clock, and is set anew on the machine's when that moves.
/// </summary>
internal sealed class DemoTimer : ITimer
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40); // a machine timer takes 49 days at most
    private readonly Lock gate = new();
    private readonly DemoClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer machine;
    private DateTimeOffset? due;
    private TimeSpan period;

    public DemoTimer(DemoClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        this.clock = clock;
        this.callback = callback;
        this.state = state;
        machine = clock.Machine.CreateTimer(
            static self => ((DemoTimer)self!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            this.period = period;
            due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
        }

        return Reset();
    }

    public void Dispose()
    {
        clock.Forget(this);
        machine.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Sets the machine's timer to what is left until the due moment.</summary>
    internal bool Reset()
    {
        lock (gate)
        {
            return machine.Change(due is { } at ? Left(at) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan Left(DateTimeOffset at)
    {
        var left = at - clock.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left;
    }

    private void Ring()
    {
        lock (gate)
        {
            if (due is not { } at || at > clock.GetUtcNow())
            {
                Reset();
                return;
            }

            // A long move rings a periodic timer once, not once for every period it jumped over.
            due = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : clock.GetUtcNow() + period;
            Reset();
        }

        callback(state);
    }
}
