using System.Collections.Immutable;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>Every officer by id, in memory: a city has some ten thousand.</summary>
public sealed class OfficerRoll() : Follower<Officer>("registry.officers")
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Officer> officers = new(StringComparer.Ordinal);

    /// <summary>Officers in the order of their ids.</summary>
    /// <param name="after">The last id of the page before (<c>officer/…</c>); null begins at the first.</param>
    /// <param name="max">How many at most, 1 to 500.</param>
    /// <param name="agency">Only those who ever held a duty in this body; null for all.</param>
    public ImmutableArray<Officer> Page(string? after, int max, string? agency = null)
    {
        lock (gate)
        {
            return
            [
                .. officers.Values
                    .Where(one => after is null || string.CompareOrdinal(one.Id, after) > 0)
                    .Where(one => agency is null || one.Duties.Any(duty => duty.Agency == agency))
                    .Take(Math.Clamp(max, 1, 500)),
            ];
        }
    }

    /// <summary>An officer's name at work by their id; null when there is no such officer.</summary>
    public string? NameOf(string id)
    {
        lock (gate)
        {
            return officers.GetValueOrDefault(id)?.Name;
        }
    }

    /// <summary>An officer by their id; null when there is none.</summary>
    public Officer? Find(string id)
    {
        lock (gate)
        {
            return officers.GetValueOrDefault(id);
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        lock (gate)
        {
            officers.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void Follow(string key, Officer? before, Officer after, ImmutableArray<IFact> facts, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(after);
        lock (gate)
        {
            officers[after.Id] = after;
        }
    }
}
