using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Registry;

/// <summary>
/// An area run by a committee of its own, such as a development zone, beside the tree of divisions: it covers divisions
/// and never is one.
/// </summary>
/// <param name="Id">Its id, kebab-case.</param>
/// <param name="Name">Its name in every language of the pack.</param>
/// <param name="Kind">What sort: <c>management</c>.</param>
/// <param name="Covers">Codes of the divisions that it covers whole.</param>
public sealed record ManagementArea(string Id, Localized Name, string Kind, ImmutableArray<string> Covers)
{
    private const int MostDivisions = 500;

    internal static PackKind<ManagementArea> PackKind { get; } = new PackKind<ManagementArea>(
        "area",
        "areas",
        fields => new ManagementArea(
            fields.Id,
            fields.Required("name", Shapes.Localized(80)),
            fields.Required("kind", Shapes.Word("management")),
            fields.Required("covers", Shapes.List(
                Shapes.Ref("division", Shapes.DivisionCode), MostDivisions, min: 1, by: code => code))));
}
