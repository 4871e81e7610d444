using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>
/// What a base pack expects of the city that builds on it: definitions that its own ones name, but that only a city can
/// give. So the base pack is checked alone as if they stood, and a city that lacks one is refused.
/// </summary>
/// <param name="Kind">The kind, e.g. <c>role</c>.</param>
/// <param name="Ids">The ids expected of that kind.</param>
/// <param name="At">Where it is said.</param>
public sealed record PackExpectation(string Kind, ImmutableArray<string> Ids, PackAt At)
{
    internal static Shape<PackExpectation> Shape { get; } = Shapes.Map(fields => new PackExpectation(
        fields.Required("kind", Shapes.Id.About("The kind of what only a city defines, e.g. role or document.")),
        fields.Required("ids", Shapes.List(Shapes.Id, PackLimits.Expectations, min: 1, by: it => it)),
        fields.At));

    /// <summary>Holds a set to what its packs expect: in a city each must stand, in a base pack each counts as
    /// standing.</summary>
    internal static void Hold(
        ImmutableArray<PackSource> packs, KnownNames names, bool isLenient, PackFaults faults)
    {
        var root = packs[^1].Header;
        var isCity = packs.Any(pack => pack.Header.City is not null);
        foreach (var pack in packs)
        {
            foreach (var expected in pack.Header.Expects)
            {
                if (!names.IsRead(expected.Kind))
                {
                    Unknown(expected, isLenient, faults);
                    continue;
                }

                foreach (var id in expected.Ids.Where(id => !names.Contains(expected.Kind, id)))
                {
                    if (!isCity)
                    {
                        names.Add(expected.Kind, id);
                        continue;
                    }

                    faults.Add(
                        root.At,
                        "pack.expected_missing",
                        $"The city has no {expected.Kind} \"{Short.Of(id)}\", which {pack.Header.Id} expects at "
                        + $"{expected.At}.");
                }
            }
        }
    }

    private static void Unknown(PackExpectation expected, bool isLenient, PackFaults faults)
    {
        if (!isLenient)
        {
            faults.Add(
                expected.At, "pack.expects_kind", $"Nothing is of the kind \"{Short.Of(expected.Kind)}\".");
        }
    }
}
