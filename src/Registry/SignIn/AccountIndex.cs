using System.Collections.Immutable;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>Which logins stand for whom, in memory: keys only.</summary>
public sealed class AccountIndex() : Follower<Account>("registry.accounts")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ImmutableArray<string>> byHolder = new(StringComparer.Ordinal);

    /// <summary>Keys of every login of a person or officer.</summary>
    /// <param name="holder"><c>person/…</c> or <c>officer/…</c>.</param>
    public ImmutableArray<string> Of(string holder)
    {
        lock (gate)
        {
            return byHolder.GetValueOrDefault(holder, []);
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        lock (gate)
        {
            byHolder.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void Follow(string key, Account? before, Account after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(after);
        lock (gate)
        {
            if (after.Holder is { } holder && !Of(holder).Contains(key))
            {
                byHolder[holder] = Of(holder).Add(key);
            }
        }
    }
}
