using Heluo.Demo;
using Heluo.Identity;
using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace Heluo.Hosting;

/// <summary>Builds the web host of a house. Verbs and tests build it here and nowhere else.</summary>
internal static class House
{
    /// <summary>Prefix of every environment variable that is a setting: <c>HELUO_IDENTITY__AUTHORITY</c>.</summary>
    public const string Prefix = "HELUO_";

    /// <summary>The setting that says where the journal lies, when it is not the data folder:
    /// <c>HELUO_STORE__ADDRESS</c>.</summary>
    public const string StoreAddress = "Store:Address";

    /// <summary>What new keys, hashes and signatures are made with, <c>international</c> or <c>sm</c>:
    /// <c>HELUO_STORE__CRYPTO</c>.</summary>
    public const string StoreCrypto = "Store:Crypto";

    /// <summary>The folder of signed checkpoints, best on another disk: <c>HELUO_STORE__CHECKPOINTS</c>.</summary>
    public const string StoreCheckpoints = "Store:Checkpoints";

    /// <summary>A host ready to start. Refuses what its settings lack, before anything is opened.</summary>
    public static Outcome<WebApplication> Build(HouseSettings settings)
    {
        if (settings.City != HouseSettings.KeptCity)
        {
            Directory.CreateDirectory(settings.Data);
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "heluo",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        Configure(builder, settings);
        if (!StoreSettings(settings, builder.Configuration).TryGet(out var read, out var refusal)
            || (refusal = Demands.Of(settings = read, builder.Configuration)) is not null)
        {
            return refusal;
        }

        if (!IdentitySettings.Read(builder.Configuration, settings.Mode).TryGet(out var identity, out refusal)
            || !OpenedCity.Open(settings).TryGet(out var opened, out refusal))
        {
            return refusal;
        }

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(opened.Clock);
        builder.Services.AddSingleton(new Ids(opened.Clock));
        builder.Services.AddHouseWeb(settings);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddRooms(opened, settings, identity);

        var app = builder.Build();
        app.UseHouseWeb();
        app.MapRooms(settings);
        return app;
    }

    private static void Configure(WebApplicationBuilder builder, HouseSettings settings)
    {
        Configure(builder.Configuration, settings);
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.SingleLine = true;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its warning says that the keys are not encrypted: they lie in a folder that only we may read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // the verb says it
    }

    /// <summary>Reads where the journal lies, when it is not the data folder (a demo's always lies there), what new
    /// keys
    /// are made with, and where checkpoints go. Refuses <c>store.crypto</c>.</summary>
    internal static Outcome<HouseSettings> StoreSettings(HouseSettings settings, IConfiguration configuration)
    {
        var name = configuration[StoreCrypto] ?? CryptoSuite.International.Name;
        return CryptoSuite.Find(name) is not { } suite
            ? HostRefusals.Crypto(name)
            : settings with
            {
                Store = settings.IsDemo || ClockFile.Stands(settings.Data) ? null : configuration[StoreAddress],
                Crypto = suite,
                Checkpoints = configuration[StoreCheckpoints],
            };
    }

    internal static IConfigurationBuilder Configure(IConfigurationBuilder configuration, HouseSettings settings) =>
        configuration
            .AddJsonFile(Path.Combine(settings.Data, "heluo.json"), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables(Prefix)
            .AddInMemoryCollection(settings.Overrides);

    internal static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = WebLimits.Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = WebLimits.Headers;
        kestrel.Limits.MaxConcurrentConnections = WebLimits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
