using System.Net.Sockets;
using Heluo.Demo;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Heluo.Hosting;

/// <summary>A house that listens.</summary>
internal sealed class Running : IAsyncDisposable
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private readonly WebApplication app;

    private Running(WebApplication app) => this.app = app;

    /// <summary>Where it listens: every address, the ports as they were given.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    public Uri Address => new(Addresses[0]);

    public IServiceProvider Services => app.Services;

    /// <summary>
    /// Builds and starts. Refuses <c>host.port_taken</c>, <c>host.address</c> and whatever the rooms refuse.
    /// </summary>
    public static async Task<Outcome<Running>> StartAsync(HouseSettings settings, CancellationToken ct)
    {
        if (Ports.Check(settings.Urls) is { } taken)
        {
            return taken;
        }

        if (!House.Build(settings).TryGet(out var app, out var refusal))
        {
            return refusal;
        }

        try
        {
            var checking = Task.Run(app.CheckAccess, ct); // makes the endpoints, while the lists fill
            var unready = await app.FillAsync(ct) ?? await Making.MakeAsync(app.Services, settings, ct);
            await checking;
            if (unready is { } unfilled)
            {
                await app.DisposeAsync();
                return unfilled;
            }

            await app.StartAsync(ct);
            return new Running(app);
        }
        catch (Exception exception) when (Reason(exception, settings.Urls) is { } reason)
        {
            await app.DisposeAsync();
            return reason;
        }
    }

    /// <summary>Returns when the house was asked to stop and running requests have been answered.</summary>
    /// <returns>Null; or why it ended by itself: <c>host.store_stopped</c>.</returns>
    public async Task<Refusal?> StoppedAsync(CancellationToken ct)
    {
        var store = app.Services.GetRequiredService<Store>();
        using var ending = store.Stopped.Register(
            () => ThreadPool.QueueUserWorkItem(static life => life.StopApplication(), app.Lifetime, false));
        await app.WaitForShutdownAsync(ct);
        return store.Stopped.IsCancellationRequested
            ? HostRefusals.StoreStopped(store.Health.Reasons.FirstOrDefault() ?? "store.stopped")
            : null;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Refusal? Reason(Exception exception, string urls) => exception switch
    {
        IOException { InnerException: AddressInUseException } => HostRefusals.PortTaken(urls),
        SocketException or FormatException or InvalidOperationException { Source: Kestrel } =>
            HostRefusals.Address(urls),
        _ => null,
    };
}
