using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>
/// Begins a scenario: one item with its procedure, rules, documents and tests, all under ids that begin with the pack's
/// own. It stands alone, or on the pack beside it that it requires, in that pack's languages.
/// </summary>
public sealed record PackScaffold
{
    private const string AgencyFile = "agencies/agency.yaml";

    /// <summary>The year for which its tests are written.</summary>
    public required int Year { get; init; }

    /// <summary>The scenario's name; from the folder's name when null. At most 60 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The pack it stands on, the name of a folder beside its own; null when it stands alone.</summary>
    public string? On { get; init; }

    /// <summary>
    /// Writes the scenario into an empty folder and answers the paths of its files. Refuses <c>scaffold.not_empty</c>,
    /// <c>scaffold.bad_folder</c>, <c>scaffold.bad_name</c>, <c>scaffold.no_base</c>.
    /// </summary>
    /// <param name="folder">The folder; its name gives the pack's id.</param>
    public Outcome<ImmutableArray<string>> Write(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return Base(folder).Then(found => Scaffolding.IdOf(folder).Then(id => Scaffolding.NameOf(Name, id).Then(
            name => Scaffolding.Write(folder, [.. Files(id, name, found)]))));
    }

    private Outcome<Standing> Base(string folder)
    {
        if (On is null)
        {
            return new Standing(["en"], City: null);
        }

        var beside =
            Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!, On);
        return Kebab.IsId(On) && new PackReader().Leniently().Load(beside).Set is { } set
            ? new Standing(set.Languages, set.City)
            : new Refusal(
                RefusalKind.NotFound,
                "scaffold.no_base",
                $"There is no pack \"{Short.Of(On)}\" beside the new one's folder.");
    }

    private IEnumerable<KeyValuePair<string, string>> Files(string id, string name, Standing standing)
    {
        var template = new Template(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id,
                ["name"] = name,
                ["plain"] = JsonSerializer.Serialize(name),
                ["prefix"] = Prefix(id),
                ["requires"] = On is null ? "[]" : $"[{On}]",
                ["languages"] = $"[{string.Join(", ", standing.Languages)}]",
                ["year"] = Year.ToString(CultureInfo.InvariantCulture),
                ["division"] = standing.City?.Division ?? "",
                ["phone"] = standing.City?.PhoneArea ?? "0100",
            },
            standing.Languages);
        return Template.Of("pack")
            .Where(file => file.Key != AgencyFile || standing.City is not null)
            .Select(file => KeyValuePair.Create(file.Key, template.Fill(file.Value)));
    }

    /// <summary>Two to four capital letters for case numbers.</summary>
    private static string Prefix(string id) =>
        new string([.. id.Where(char.IsAsciiLetter).Take(4).Select(char.ToUpperInvariant)]).PadRight(2, 'X');

    private sealed record Standing(ImmutableArray<string> Languages, CitySettings? City);
}
