using System.Collections.Immutable;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>Which authorisations concern whom, in memory: ids only.</summary>
public sealed class AuthorizationIndex() : Follower<Authorization>("registry.authorizations")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ImmutableArray<string>> byParty = new(StringComparer.Ordinal);

    /// <summary>Keys of every authorisation in which a person or firm is principal or agent, newest last.</summary>
    /// <param name="party"><c>person/…</c> or <c>firm/…</c>.</param>
    public ImmutableArray<string> Of(string party)
    {
        lock (gate)
        {
            return byParty.GetValueOrDefault(party, []);
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        lock (gate)
        {
            byParty.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void Follow(
        string key, Authorization? before, Authorization after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(after);
        lock (gate)
        {
            foreach (var party in new[] { after.Principal, after.Agent })
            {
                if (party is not null && byParty.GetValueOrDefault(party, []) is var known && !known.Contains(key))
                {
                    byParty[party] = known.Add(key);
                }
            }
        }
    }
}
