using Heluo.Cases;
using Heluo.Demo;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Hosting;

/// <summary>A city opened: its pack read, its store owned. Everything else is built upon these.</summary>
/// <param name="Packs">The pack in force.</param>
/// <param name="City">Its directory.</param>
/// <param name="Clock">The clock it lives by: the machine's, or a demo's own.</param>
/// <param name="Store">Its store.</param>
internal sealed record OpenedCity(PackSet Packs, City City, TimeProvider Clock, Store Store)
{
    /// <summary>Every fact and state the house knows.</summary>
    public static FactCatalog Catalog => new FactCatalog().AddRegistry().AddCases().AddServices();

    /// <summary>
    /// Opens pack, clock and store. Refuses <c>pack.faulty</c>, <c>city.no_settings</c>, and what the demo's clock and
    /// the store refuse.
    /// </summary>
    public static Outcome<OpenedCity> Open(HouseSettings settings)
    {
        if (!Kinds.Reader.Load(settings.City).ToOutcome().TryGet(out var packs, out var refusal)
            || !Registry.City.Of(packs).TryGet(out var city, out refusal)
            || !ClockOf(settings, city).TryGet(out var clock, out refusal)
            || !Store.Open(new StoreOptions(settings.Data), Catalog, clock).TryGet(out var store, out refusal))
        {
            return refusal;
        }

        return new OpenedCity(packs, city, clock, store);
    }

    private static Outcome<TimeProvider> ClockOf(HouseSettings settings, City city) => settings.IsDemo
        ? Opening.Clock(settings.Data, settings.At, city.Settings.Zone, settings.Clock, Past(settings))
            .Then<TimeProvider>(clock => clock)
        : settings.Clock;

    // An empty demo begins in its past and lives up to the wanted time.
    private static Duration Past(HouseSettings settings) =>
        Settling.IsSettled(settings.Data) ? Duration.Zero : Settling.Past(settings.Size);
}
