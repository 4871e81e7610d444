using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Registry;

/// <summary>An administrative division: city, county or zone with a statistical code, township, village or
/// community.</summary>
/// <param name="Code">Its code, 2 to 12 digits (GB/T 2260 and the statistical list).</param>
/// <param name="Name">Its name in every language of the pack.</param>
/// <param name="Kind">What sort: <c>city</c>, <c>county</c>, <c>zone</c>, <c>township</c>, <c>community</c>.</param>
/// <param name="Parent">The division above; null for the city itself.</param>
public sealed record Division(string Code, Localized Name, string Kind, string? Parent)
{
    internal static PackKind<Division> PackKind { get; } = new PackKind<Division>(
        "division",
        "divisions",
        fields => new Division(
            fields.Id,
            fields.Required("name", Shapes.Localized(80)),
            fields.Required("kind", Shapes.Word("province", "city", "county", "zone", "township", "community")),
            fields.Optional("parent", Shapes.Ref("division", Shapes.DivisionCode)) ?? ParentByCode(fields.Id)),
        idKey: "code",
        id: Shapes.DivisionCode);

    /// <summary>The code of the division above as the code itself tells it; null when it tells none.</summary>
    internal static string? ParentByCode(string code) => code.Length switch
    {
        > 6 => code[..^3],
        6 when !code.EndsWith("00", StringComparison.Ordinal) => $"{code[..4]}00",
        4 => code[..2],
        _ => null,
    };
}
