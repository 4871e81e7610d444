using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Hosting;

/// <summary>
/// What a house does for itself while it stands: once a minute it notes what time it is, for the next start to compare
/// with, and signs what the journal has come to; once a day it sweeps away attachments that no fact names.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="doubt">Whether the clock is believed; nothing is done by a clock in doubt.</param>
/// <param name="clock">The clock of the house.</param>
/// <param name="log">Where it says what went wrong.</param>
internal sealed partial class Upkeep(Store store, ClockDoubt doubt, TimeProvider clock, ILogger<Upkeep> log)
    : BackgroundService
{
    /// <summary>How often it looks what is to be done.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <summary>How often attachments are swept.</summary>
    public static readonly Duration BetweenSweeps = Duration.FromDays(1);

    /// <summary>How long after the start they are swept for the first time.</summary>
    public static readonly Duration FirstSweep = Duration.FromHours(1);

    /// <summary>How old an attachment without a fact must be: a day is promised to an upload in progress.</summary>
    public static readonly Duration Spared = Duration.FromDays(2);

    private Instant next = clock.Now() + FirstSweep;

    /// <summary>Does what is due.</summary>
    public async Task TendAsync(CancellationToken ct)
    {
        if (doubt.IsInDoubt)
        {
            return;
        }

        var now = clock.Now();
        if (await store.NoteTimeAsync(now) is { } unnoted)
        {
            Failed(log, "the time was not noted", unnoted.Code);
        }

        if ((await store.CheckpointAsync(now)).Refusal is { } unsigned)
        {
            Failed(log, "no checkpoint was signed", unsigned.Code);
        }

        if (now < next || ct.IsCancellationRequested)
        {
            return;
        }

        next = now + BetweenSweeps;
        if ((await store.SweepBlobsAsync(now - Spared)).TryGet(out var count, out var refusal))
        {
            Swept(log, count);
        }
        else
        {
            Failed(log, "attachments were not swept", refusal.Code);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!doubt.IsInDoubt)
        {
            await store.NoteTimeAsync(clock.Now());
            await store.CheckpointAsync(clock.Now());
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        do
        {
            try
            {
                await TendAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
            {
                Failed(log, "the upkeep stumbled", broken.GetType().Name);
            }
        }
        while (await beat.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} attachments that no fact names were swept away.")]
    private static partial void Swept(ILogger log, int count);

    [LoggerMessage(2, LogLevel.Warning, "Upkeep: {What} ({Code}).")]
    private static partial void Failed(ILogger log, string what, string code);
}
