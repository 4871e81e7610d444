using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Heluo.Storage;

/// <summary>
/// Holds the JSON form of every fact against golden files that are kept for ever, one for each kind and schema version
/// (<c>case.opened.json</c>, <c>case.opened@2.json</c>), so that no form changes without a new schema version.
/// </summary>
/// <example><code>
/// FactGolden.Faults(catalog, folder, new CaseOpened(…), new ActPerformed(…)).ShouldBeEmpty();
/// </code></example>
public static class FactGolden
{
    /// <summary>Set to <c>write</c>, missing files of present versions are written; existing ones are never
    /// touched.</summary>
    public const string Variable = "HELUO_GOLDEN";

    /// <summary>Every fault at once; empty when all is well.</summary>
    /// <param name="catalog">The kinds of the module under test, all of them.</param>
    /// <param name="folder">Where its golden files lie.</param>
    /// <param name="specimens">One fact of each kind with every field filled in; sealed values may be plain.</param>
    public static IReadOnlyList<string> Faults(FactCatalog catalog, string folder, params IFact[] specimens)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(specimens);
        var faults = new List<string>();
        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in catalog.All)
        {
            for (var schema = 1; schema < kind.Schema; schema++)
            {
                expected.Add(CheckOlder(catalog, folder, FactKind.ColumnOf(kind.Name, schema), faults));
            }

            expected.Add(CheckPresent(catalog, folder, kind, specimens, faults));
        }

        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [])
        {
            if (!expected.Contains(Path.GetFileName(file)))
            {
                var name = Path.GetFileName(file);
                faults.Add($"{name}: no kind of the catalog reads it; a kind once written is kept for ever.");
            }
        }

        return faults;
    }

    private static string CheckOlder(FactCatalog catalog, string folder, string column, List<string> faults)
    {
        var file = column + ".json";
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            faults.Add($"{file}: the golden file of an older version is missing.");
        }
        else if (catalog.Read(Row(column, File.ReadAllBytes(path))).Refusal is { } refusal)
        {
            faults.Add($"{file}: cannot be read any more: {refusal.Sentence}");
        }

        return file;
    }

    private static string CheckPresent(
        FactCatalog catalog, string folder, FactKind kind, IFact[] specimens, List<string> faults)
    {
        var file = kind.Column + ".json";
        if (specimens.FirstOrDefault(fact => fact.GetType() == kind.Type) is not { } specimen)
        {
            faults.Add($"{file}: no specimen of {kind.Type.Name} was given.");
            return file;
        }

        var path = Path.Combine(folder, file);
        var form = Form(catalog, specimen);
        if (!File.Exists(path))
        {
            Missing(path, form, faults);
        }
        else if (File.ReadAllText(path) is var golden && golden.TrimEnd() != form)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"""
                {file}: the form changed: raise the schema of '{kind.Name}' to {kind.Schema + 1} and lift older ones.
                was: {golden.TrimEnd()}
                is:  {form}
                """));
        }
        else if (catalog.Read(Row(kind.Column, Encoding.UTF8.GetBytes(golden))).Refusal is { } refusal)
        {
            faults.Add($"{file}: does not survive the way through JSON: {refusal.Sentence}");
        }

        return file;
    }

    private static void Missing(string path, string form, List<string> faults)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, form + "\n");
            return;
        }

        faults.Add($"{Path.GetFileName(path)}: there is no golden file; run once with {Variable}=write and commit it.");
    }

    private static string Form(FactCatalog catalog, IFact specimen)
    {
        using var scope = SealScope.Specimen();
        using var body = JsonDocument.Parse(catalog.Write(specimen).Body);
        return JsonSerializer.Serialize(body.RootElement, JournalJson.Indented);
    }

    private static FactRow Row(string column, byte[] body) => new(1, "specimen/1", 1, 0, column, 0, "", "", "", body);
}
