using System.Collections.Immutable;
using Heluo.Storage;

namespace Heluo.Services;

/// <summary>The open drafts of each person, and of each clerk at a window; in memory, rebuilt at start.</summary>
public sealed class DraftIndex() : Follower<Draft>("services.drafts")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, Draft>> byHolder = new(StringComparer.Ordinal);

    /// <summary>The open drafts somebody works on, the last touched first.</summary>
    public ImmutableArray<Draft> Of(string holder, int most = 100)
    {
        lock (gate)
        {
            return byHolder.TryGetValue(holder, out var drafts)
                ? [.. drafts.Values.OrderByDescending(draft => draft.ChangedAt).Take(most)]
                : [];
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
    protected override void Follow(string key, Draft? before, Draft after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(after);
        var holder = after.Officer ?? after.Owner;
        lock (gate)
        {
            if (!byHolder.TryGetValue(holder, out var drafts))
            {
                byHolder[holder] = drafts = new(StringComparer.Ordinal);
            }

            if (after.IsOpen)
            {
                drafts[key] = after;
            }
            else
            {
                drafts.Remove(key);
            }
        }
    }
}
