using System.Text.RegularExpressions;
using Heluo.Hosting;

namespace Heluo.Tests;

/// <summary>A whole house on the demo city's pack, on a free port and in a folder of its own.</summary>
internal sealed partial class LiveHouse : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly Running running;

    private LiveHouse(TemporaryFolder folder, Running running)
    {
        this.folder = folder;
        this.running = running;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = running.Address };
    }

    /// <summary>A client that keeps cookies and follows nothing.</summary>
    public HttpClient Client { get; }

    public string Data => folder.Root;

    public IServiceProvider Services => running.Services;

    public static HouseSettings Settings(HouseMode mode, string data) => new(mode, data, Repository.City)
    {
        Urls = "http://127.0.0.1:0",
        Size = CitySize.Empty,
        Overrides = mode == HouseMode.Serve
            ? new Dictionary<string, string?>
            {
                [Demands.Authority] = "https://identity.invalid",
                ["Identity:ClientId"] = "heluo",
            }
            : new Dictionary<string, string?>(),
    };

    public static async Task<LiveHouse> StartAsync(HouseMode mode, Func<HouseSettings, HouseSettings>? with = null)
    {
        var folder = new TemporaryFolder();
        var settings = Settings(mode, folder.Root);
        var started =
            await Running.StartAsync(with?.Invoke(settings) ?? settings, TestContext.Current.CancellationToken);
        return new LiveHouse(folder, started.Value);
    }

    /// <summary>The proof that a form of this page was drawn by this house.</summary>
    public async Task<string> TokenAsync(string page) =>
        Token().Match(await Client.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value;

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await running.DisposeAsync();
        folder.Dispose();
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
