using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Destroys the keys of whoever is to be forgotten, as soon as the order is on disk. At every start all orders are
/// looked through again, so that one cut short by a crash is carried out then, and every process of a city lets go of
/// the keys it holds in memory.
/// </summary>
/// <param name="vault">The keys.</param>
public sealed class Forgetting(Vault vault) : Follower<ErasureOrder>("registry.forgetting")
{
    /// <inheritdoc/>
    protected override void Clear()
    {
    }

    /// <inheritdoc/>
    protected override void Follow(
        string key, ErasureOrder? before, ErasureOrder after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        var erasure = new Erasure(after.Subject, after.Purposes, after.Order, after.At);
        if (vault.Erase(erasure).Refusal is { } refusal)
        {
            // Unready until it is done: the next start tries again.
            throw new InvalidOperationException(refusal.Sentence);
        }
    }
}
