using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>What the reading of one definition carries along: where faults go, the pack's languages, what was referred
/// to.</summary>
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

    /// <summary>Says of every reference since a point when the version that made it is in force.</summary>
    public void Date(int since, EffectivePeriod effective)
    {
        for (var i = since; i < References.Count; i++)
        {
            References[i] = References[i] with { Effective = effective };
        }
    }

    public void Fault(PackAt at, string code, string message) => faults.Add(at, code, message);
}

/// <summary>Somewhere a definition of a kind is named.</summary>
internal sealed record PackReference(string Kind, string Id, PackAt At)
{
    /// <summary>When the version that names it is in force; null outside dated versions.</summary>
    public EffectivePeriod? Effective { get; init; }
}
