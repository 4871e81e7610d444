using Heluo.Cases;
using Heluo.Demo;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Storage;
using Heluo.Storage.Postgres;

namespace Heluo.Hosting;

/// <summary>A city opened: its pack read, its store owned. Everything else is built upon these.</summary>
/// <param name="Packs">The pack in force.</param>
/// <param name="City">Its directory.</param>
/// <param name="Clock">The clock it lives by: the machine's, or a demo's own.</param>
/// <param name="Store">Its store.</param>
internal sealed record OpenedCity(PackSet Packs, City City, TimeProvider Clock, Store Store)
{
    private const int MostPacks = 1_000;

    /// <summary>The folder of a demo as it was opened; null in a house that serves.</summary>
    public Opening? Demo { get; init; }

    /// <summary>Every fact and state the house knows.</summary>
    public static FactCatalog Catalog => new FactCatalog().AddRegistry().AddCases().AddServices();

    /// <summary>
    /// Opens pack, clock and store. Refuses <c>pack.faulty</c>, <c>city.no_settings</c>, and what the demo's clock and
    /// the
    /// store refuse.
    /// </summary>
    public static Outcome<OpenedCity> Open(HouseSettings settings)
    {
        if (settings.City == HouseSettings.KeptCity)
        {
            return OpenKept(settings);
        }

        if (!Kinds.Reader.Load(settings.City).ToOutcome().TryGet(out var packs, out var refusal)
            || !Registry.City.Of(packs).TryGet(out var city, out refusal)
            || !DemoOf(settings, city).TryGet(out var demo, out refusal))
        {
            return refusal;
        }

        var clock = demo.Opening?.Clock ?? settings.Clock;
        return OpenStore(settings, clock)
            .Then<OpenedCity>(store => new OpenedCity(packs, city, clock, store) { Demo = demo.Opening });
    }

    // The city that a store has kept: what it was last served with, by the clock its folder lives by.
    private static Outcome<OpenedCity> OpenKept(HouseSettings settings)
    {
        Opening? demo = null;
        if (ClockFile.Stands(settings.Data)
            && !Opening.Open(settings.Data, at: null, days: 0, NodaTime.DateTimeZone.Utc, settings.Clock)
                .TryGet(out demo, out var refusal))
        {
            return refusal;
        }

        var clock = demo?.Clock ?? settings.Clock;
        if (!OpenStore(settings, clock).TryGet(out var store, out refusal))
        {
            return refusal;
        }

        var opened = Newest(store).Then(packs => Registry.City.Of(packs).Then<OpenedCity>(city =>
            new OpenedCity(packs, city, clock, store) { Demo = demo }));
        if (opened.IsRefused)
        {
            store.Dispose();
        }

        return opened;
    }

    /// <summary>Opens the store of a folder, wherever the settings of the folder and the environment say that its
    /// journal lies, and nothing else. Refuses <c>store.absent</c> where there is none.</summary>
    public static Outcome<Store> OpenStore(string data)
    {
        var settings = new HouseSettings(HouseMode.Tend, data, HouseSettings.KeptCity);
        var configuration = House.Configure(new ConfigurationBuilder(), settings).Build();
        return House.StoreSettings(settings, configuration).Then(read =>
            Demands.Of(read, configuration) is { } refusal ? refusal : OpenStore(read, read.Clock));
    }

    /// <summary>Brings back the journal of a folder, wherever its settings and the environment say that it is to lie.
    /// Refuses <c>restore.…</c>, <c>backup.…</c>.</summary>
    public static async Task<Outcome<Restored>> RestoreAsync(
        string source, string data, string keys, NodaTime.Instant? until, CancellationToken ct)
    {
        var settings = new HouseSettings(HouseMode.Tend, data, HouseSettings.KeptCity);
        if (!House.StoreSettings(settings, House.Configure(new ConfigurationBuilder(), settings).Build())
                .TryGet(out var read, out var refusal))
        {
            return refusal;
        }

        if (new[] { "heluo.db", Path.Combine("keys", "master.key") }.Any(file => File.Exists(Path.Combine(data, file))))
        {
            return HostRefusals.Occupied(data);
        }

        if (!KeyCopy.Run(keys, Path.Combine(data, "keys")).TryGet(out _, out refusal))
        {
            return refusal;
        }

        var restoring = new Restoring(new BackupFolder(source), Catalog);
        if (read.Store is not { } address)
        {
            return await restoring.RunAsync(OptionsOf(read), until, ct);
        }

        if (!PostgresDialect.Open(address).TryGet(out var dialect, out refusal))
        {
            return refusal;
        }

        using (dialect)
        {
            return await restoring.RunAsync(dialect, OptionsOf(read), until, ct);
        }
    }

    private static StoreOptions OptionsOf(HouseSettings settings) => new(settings.Data)
    {
        Crypto = settings.Crypto,
        CheckpointsFolder = settings.Checkpoints ?? Path.Combine(settings.Data, "checkpoints"),
    };

    private static Outcome<Store> OpenStore(HouseSettings settings, TimeProvider clock)
    {
        var options = OptionsOf(settings);
        return settings.Store is not { } address ? Store.Open(options, Catalog, clock, settings.AroundStore)
            : PostgresDialect.Open(address).TryGet(out var dialect, out var refusal)
                ? Store.Open(settings.AroundStore?.Invoke(dialect) ?? dialect, options, Catalog, clock)
            : refusal;
    }

    private static Outcome<PackSet> Newest(Store store)
    {
        // Nobody is served yet, so waiting holds nobody up.
        var read = store.ReadShelfAsync<KeptPack>(shelf: null, after: null, MostPacks).GetAwaiter().GetResult();
        if (!read.TryGet(out var kept, out var refusal))
        {
            return refusal;
        }

        return kept.MaxBy(one => one.Loaded.Position).Loaded?.State.Bundle is { } bundle
            ? Kinds.Reader.Open(bundle).ToOutcome()
            : HostRefusals.NoCity;
    }

    private static Outcome<Found> DemoOf(HouseSettings settings, City city) => settings.IsDemo
        ? Opening.Open(settings.Data, settings.At, DaysOf(settings.Size), city.Settings.Zone, settings.Clock)
            .Then<Found>(opening => new Found(opening))
        : new Found(Opening: null);

    private static int DaysOf(CitySize size) => Making.Of(size)?.Days ?? 0;

    private sealed record Found(Opening? Opening);
}
