using Heluo.Storage;

namespace Heluo.Hosting;

/// <summary>Where several processes share a journal: sees five times a second what the others have written, so that
/// lists and pages of this one show it too. Decisions do not wait for it.</summary>
internal sealed partial class CatchingUp(Store store, ILogger<CatchingUp> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        var wasBehind = false;
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            var refusal = await store.CatchUpAsync();
            if (refusal is not null && !wasBehind)
            {
                Behind(log, refusal.Code);
            }

            wasBehind = refusal is not null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "What other processes wrote cannot be read ({Code}).")]
    private static partial void Behind(ILogger log, string code);
}
