using System.Collections.Immutable;
using System.Globalization;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs;

/// <summary>
/// Begins a city: a small English one that stands alone, with its own calendar, two districts, three bodies, two items
/// and one class of street problems; sound, with tests, and ready to be served.
/// </summary>
public sealed record CityScaffold
{
    private const string YearFile = "calendar/year.yaml";

    /// <summary>The year in which it begins; holidays are written for it, the year before and the year after.</summary>
    public required int Year { get; init; }

    /// <summary>The city's name; from the folder's name when null. At most 60 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The zone whose clock it keeps, of the IANA data base; default <c>Etc/UTC</c>.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>
    /// Writes the city into an empty folder and answers the paths of its files. Refuses <c>scaffold.not_empty</c>,
    /// <c>scaffold.bad_folder</c>, <c>scaffold.bad_name</c>, <c>scaffold.bad_zone</c>, <c>scaffold.bad_year</c>.
    /// </summary>
    /// <param name="folder">The folder; its name gives the pack's id.</param>
    public Outcome<ImmutableArray<string>> Write(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null)
        {
            return new Refusal(
                RefusalKind.Invalid, "scaffold.bad_zone", $"There is no time zone \"{Short.Of(Zone)}\".");
        }

        return Year is < 2000 or > 2190
            ? new Refusal(RefusalKind.Invalid, "scaffold.bad_year", "A city begins between 2000 and 2190.")
            : Scaffolding.IdOf(folder).Then(id => Scaffolding.NameOf(Name, id).Then(
                name => Scaffolding.Write(folder, [.. Files(id, name)])));
    }

    private IEnumerable<KeyValuePair<string, string>> Files(string id, string name)
    {
        foreach (var (path, text) in Template.Of("city"))
        {
            if (path == YearFile)
            {
                for (var year = Year - 1; year <= Year + 1; year++)
                {
                    yield return new($"calendar/{year}.yaml", Filling(id, name, year).Fill(text));
                }
            }
            else
            {
                yield return new(path, Filling(id, name, Year).Fill(text));
            }
        }
    }

    private Template Filling(string id, string name, int year) => new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["name"] = name,
            ["zone"] = Zone,
            ["languages"] = "[en]",
            ["year"] = year.ToString(CultureInfo.InvariantCulture),
            ["before"] = (year - 1).ToString(CultureInfo.InvariantCulture),
        },
        ["en"]);
}
