using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Storage;

namespace Heluo.Services;

/// <summary>Finds the case of an official document; in memory, rebuilt at start.</summary>
public sealed class DocumentIndex() : Follower<Case>("services.documents")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    /// <summary>Key of the case that a document belongs to; null when none was issued under this id.</summary>
    public string? Find(string id)
    {
        lock (gate)
        {
            return keys.GetValueOrDefault(id);
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
    protected override void Follow(string key, Case? before, Case after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(after);
        lock (gate)
        {
            foreach (var document in after.Documents.Skip(before?.Documents.Length ?? 0))
            {
                keys[document.Id] = key;
            }
        }
    }
}
