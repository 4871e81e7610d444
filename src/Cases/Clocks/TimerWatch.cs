using System.Collections.Concurrent;
using Heluo.Kernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Watches the wheel of due moments and wakes the cases whose clock has run out.</summary>
/// <param name="index">Holds the wheel.</param>
/// <param name="desk">Wakes cases.</param>
/// <param name="clock">The clock of the house, which a demo may move.</param>
/// <param name="gate">Holds timers back while the clock itself is in doubt.</param>
/// <param name="log">Where it says what went wrong.</param>
public sealed partial class TimerWatch(
    CaseIndex index, CaseDesk desk, TimeProvider clock, ClockDoubt gate, ILogger<TimerWatch> log) : BackgroundService
{
    /// <summary>How often the wheel is looked at.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>How long a refused timer rests before it is tried again.</summary>
    public static readonly Duration Rest = Duration.FromMinutes(10);

    private const int MostAtOnce = 1_000;
    private const int MostResting = 100_000;

    // A timer whose act is refused must not stand in the way of the others.
    private readonly ConcurrentDictionary<ClockTurn, Instant> resting = new();

    /// <summary>Wakes everything that is due now; tells how many timers fired.</summary>
    public async Task<int> FireAsync(CancellationToken ct)
    {
        if (gate.IsInDoubt)
        {
            return 0;
        }

        var fired = 0;
        var now = clock.Now();
        foreach (var turn in index.DueBy(
            now, MostAtOnce, turn => resting.TryGetValue(turn, out var until) && now < until))
        {
            if (gate.IsInDoubt)
            {
                break;
            }

            resting.TryRemove(turn, out _);
            if ((await desk.WakeAsync(turn, ct)).TryGet(out _, out var refusal))
            {
                fired++;
            }
            else
            {
                if (resting.Count >= MostResting)
                {
                    resting.Clear();
                }

                resting[turn] = now + Rest;
                Refused(log, turn.Case, turn.Clock, refusal.Code);
            }
        }

        return fired;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FireAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                Broken(log, broken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Timer {Clock} of case {Case} was refused: {Code}.")]
    private static partial void Refused(ILogger log, string @case, string clock, string code);

    [LoggerMessage(2, LogLevel.Error, "The timers stumbled; they go on.")]
    private static partial void Broken(ILogger log, Exception exception);
}
