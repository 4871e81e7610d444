using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Heluo.Packs;

/// <summary>The definitions of one kind, in the order of their ids.</summary>
public sealed class Definitions<T>
{
    private readonly FrozenDictionary<string, Definition<T>> byId;

    internal Definitions(IEnumerable<Definition<T>> definitions)
    {
        Entries = [.. definitions.OrderBy(definition => definition.Id, StringComparer.Ordinal)];
        byId = Entries.ToFrozenDictionary(definition => definition.Id, StringComparer.Ordinal);
        All = [.. Entries.Select(definition => definition.Value)];
    }

    /// <summary>Every definition, in the order of the ids.</summary>
    public ImmutableArray<T> All { get; }

    /// <summary>Every definition with its id and place, in the order of the ids.</summary>
    public ImmutableArray<Definition<T>> Entries { get; }

    /// <summary>The definition with an id; false when there is none.</summary>
    public bool TryFind(string id, [MaybeNullWhen(false)] out T definition)
    {
        var found = byId.TryGetValue(id, out var entry);
        definition = found ? entry!.Value : default;
        return found;
    }

    /// <summary>The definition with an id, or the default value of its type.</summary>
    public T? Find(string id) => byId.TryGetValue(id, out var entry) ? entry.Value : default;

    /// <summary>Where the definition with an id stands; the default place when there is none.</summary>
    public PackAt At(string id) => byId.TryGetValue(id, out var entry) ? entry.At : default;
}

/// <summary>One definition with where it stands.</summary>
/// <param name="Id">Its id, unique in its kind.</param>
/// <param name="Value">What it says.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Pack">The pack that defines it.</param>
public sealed record Definition<T>(string Id, T Value, PackAt At, string Pack);
