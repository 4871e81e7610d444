using Heluo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Heluo.Tests;

/// <summary>What stands between wire and rooms, on a free port, with trial endpoints behind it.</summary>
internal sealed class TrialHouse : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly WebApplication app;

    private TrialHouse(TemporaryFolder folder, WebApplication app)
    {
        this.folder = folder;
        this.app = app;
        Client = new HttpClient
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Client { get; }

    public static async Task<TrialHouse> StartAsync(
        Action<WebApplication> map, params (string Key, string Value)[] settings)
    {
        var folder = new TemporaryFolder();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "heluo" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(House.Limit);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
        builder.Services.AddHouseWeb(new HouseSettings(HouseMode.Demo, folder.Root, ""));
        var app = builder.Build();
        app.UseHouseWeb();
        map(app);
        await app.StartAsync();
        return new TrialHouse(folder, app);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
