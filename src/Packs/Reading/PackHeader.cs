using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>What <c>pack.yaml</c> says of a pack.</summary>
/// <param name="Id">The pack's id, the name of its folder when others require it.</param>
/// <param name="Version">Its version, as written: <c>2026.1</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Requires">The packs it builds on, found beside it.</param>
/// <param name="Languages">The languages every text has, the default first.</param>
/// <param name="City">The city's settings; null for a base pack.</param>
/// <param name="Expects">What its definitions name and only a city that builds on it defines.</param>
/// <param name="At">Where the header stands.</param>
public sealed record PackHeader(
    string Id,
    string Version,
    Localized Name,
    ImmutableArray<string> Requires,
    ImmutableArray<string> Languages,
    CitySettings? City,
    ImmutableArray<PackExpectation> Expects,
    PackAt At)
{
    /// <summary>No header yet.</summary>
    internal static PackHeader None { get; } = new("", "", Localized.Empty, [], [], City: null, [], default);

    internal static Shape<PackHeader> Shape { get; } = Shapes.Map(Ask);

    private static Shape<string> Language { get; } =
        Shapes.Text(12, Packs.Languages.Pattern, "a language such as zh or en");

    private static PackHeader Ask(MapFields fields)
    {
        var languages = fields.Required(
            "languages",
            Shapes.List(Language, PackLimits.Languages, min: 1, by: it => it)
                .About("The languages every text of the pack has, the default first."));
        if (fields.Reading is { } reading)
        {
            reading.Languages = [.. languages.Distinct(StringComparer.Ordinal)];
        }

        return new PackHeader(
            fields.Required(
                "pack", Shapes.Id.About("The pack's id; a pack that others require stands in a folder of this name.")),
            fields.Required("version", new VersionShape()),
            fields.Required("name", Shapes.Localized(100)),
            fields.Many("requires", Shapes.Id, PackLimits.Packs, by: it => it),
            languages,
            fields.Optional("city", CitySettings.Shape),
            fields.Many("expects", PackExpectation.Shape, PackLimits.Expectations, by: it => it.Kind),
            fields.At);
    }
}
