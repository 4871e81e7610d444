using System.Collections.Immutable;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>Every key of a machine, in memory, for the security administrator's list.</summary>
public sealed class KeyRoll() : Follower<ApiKey>("registry.keys")
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, ApiKey> keys = new(StringComparer.Ordinal);

    /// <summary>Keys in the order of their ids, at most 500.</summary>
    /// <param name="after">The last id of the page before; null begins at the first.</param>
    public ImmutableArray<ApiKey> Page(string? after)
    {
        lock (gate)
        {
            return [.. keys.Values.Where(one => after is null || string.CompareOrdinal(one.Id, after) > 0).Take(500)];
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        lock (gate)
        {
            keys.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void Follow(string key, ApiKey? before, ApiKey after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(after);
        lock (gate)
        {
            keys[after.Id] = after;
        }
    }
}
