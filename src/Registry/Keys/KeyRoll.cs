using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime;

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

    /// <summary>
    /// The key a request comes with, known from memory alone, so that limits of rate cost nothing; null when it brings
    /// none that holds. A wrong secret is nobody's, so that a stranger cannot use up what a key may ask for.
    /// </summary>
    /// <param name="authorization">The <c>Authorization</c> header.</param>
    /// <param name="now">Now.</param>
    public ApiKey? Recognise(string authorization, Instant now)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        if (ApiKeys.Shown(authorization) is not { } shown || ApiKeys.Read(shown) is not var (id, secret))
        {
            return null;
        }

        ApiKey? key;
        lock (gate)
        {
            key = keys.GetValueOrDefault($"key/{id}");
        }

        return key?.IsOpenedBy(secret, now) == true ? key : null;
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
