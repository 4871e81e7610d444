using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>What the reading of one definition carries along: where faults go, the pack's languages, what was referred to.</summary>
internal sealed class ShapeReading(PackFaults faults, ImmutableArray<string> languages)
{
    private readonly int before = faults.Count;

    /// <summary>The languages every text must have, the default first.</summary>
    public ImmutableArray<string> Languages { get; set; } = languages;

    /// <summary>Ids of other definitions that were named, to be looked up when everything is read.</summary>
    public List<PackReference> References { get; private init; } = [];

    /// <summary>Whether no fault was added since this reading began.</summary>
    public bool IsClean => faults.Count == before;

    /// <summary>The same reading, which alone says whether what is read next is clean.</summary>
    public ShapeReading Nested() => new(faults, Languages) { References = References };

    public void Fault(PackAt at, string code, string message) => faults.Add(at, code, message);
}

/// <summary>Somewhere a definition of a kind is named.</summary>
internal readonly record struct PackReference(string Kind, string Id, PackAt At);
