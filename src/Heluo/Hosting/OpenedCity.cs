using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Storage;

namespace Heluo.Hosting;

/// <summary>A city opened: its pack read, its store owned. Everything else is built upon these.</summary>
/// <param name="Packs">The pack in force.</param>
/// <param name="City">Its directory.</param>
/// <param name="Store">Its store.</param>
internal sealed record OpenedCity(PackSet Packs, City City, Store Store)
{
    /// <summary>Every fact and state the house knows.</summary>
    public static FactCatalog Catalog => new FactCatalog().AddRegistry().AddCases().AddServices();

    /// <summary>Opens pack and store. Refuses <c>pack.faulty</c>, <c>city.no_settings</c>, and what the store refuses.</summary>
    public static Outcome<OpenedCity> Open(HouseSettings settings)
    {
        if (!Kinds.Reader.Load(settings.City).ToOutcome().TryGet(out var packs, out var refusal)
            || !Registry.City.Of(packs).TryGet(out var city, out refusal)
            || !Store.Open(new StoreOptions(settings.Data), Catalog, settings.Clock).TryGet(out var store, out refusal))
        {
            return refusal;
        }

        return new OpenedCity(packs, city, store);
    }
}
