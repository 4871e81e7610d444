using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>A pack as cases began under it, kept by its hash for as long as the store lives.</summary>
public sealed record KeptPack : IState<KeptPack>
{
    /// <inheritdoc/>
    public static string Family => "pack";

    /// <summary>Every source file, compressed; null: not kept.</summary>
    public byte[]? Bundle { get; init; }

    /// <inheritdoc/>
    public string? Shelf => null;

    /// <inheritdoc/>
    public static KeptPack Start(string key) => new();

    /// <inheritdoc/>
    public KeptPack Apply(IFact fact, Stamp stamp) => fact is PackKept kept ? new() { Bundle = kept.Bundle } : this;

    /// <summary>Makes sure that the pack in force is in the store, before any case begins under it.</summary>
    public static async Task<Outcome<bool>> KeepAsync(Desk desk, PackSet set, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(set);
        return (await desk.RunAsync<KeepPack, KeptPack>(
            set.Hash, new KeepPack(set.Bundle()), Actor.House, $"pack-{set.Hash}", ct)).Then<bool>(_ => true);
    }

    /// <summary>The bundle kept under a hash; null when there is none.</summary>
    public static async ValueTask<byte[]?> FetchAsync(Store store, string hash)
    {
        ArgumentNullException.ThrowIfNull(store);
        return (await store.LoadAsync<KeptPack>(hash)).TryGet(out var loaded, out _) ? loaded.State.Bundle : null;
    }
}

/// <summary>A pack was put into the store.</summary>
/// <param name="Bundle">Every source file, compressed.</param>
public sealed record PackKept(byte[] Bundle) : IFact;

/// <summary>Puts a pack into the store; one that is there changes nothing.</summary>
internal sealed record KeepPack(byte[] Bundle) : IDecision<KeepPack, KeptPack>
{
    public static Outcome<Decided> Decide(KeptPack state, Actor actor, Reads reads, KeepPack request, Instant now) =>
        state.Bundle is null ? Decided.With(new PackKept(request.Bundle)) : Decided.Nothing;
}
