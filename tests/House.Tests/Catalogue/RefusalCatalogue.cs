using System.Text;
using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

/// <summary>Every code that the sources can answer with, found in their text.</summary>
internal static partial class RefusalCatalogue
{
    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["Invalid"] = "400, 422 with faults",
        ["Unauthenticated"] = "401",
        ["Forbidden"] = "403",
        ["NotFound"] = "404",
        ["Conflict"] = "409, 412 with If-Match",
        ["Gone"] = "410",
        ["TooLarge"] = "413",
        ["TooMany"] = "429",
        ["Unavailable"] = "503",
    };

    public static string Write(IReadOnlyList<HouseFile> sources)
    {
        var consts = sources
            .SelectMany(file => Const().Matches(file.Text).Select(match => (Room(file), Match: match)))
            .ToLookup(it => $"{it.Item1}.{it.Match.Groups["name"].Value}", it => it.Match.Groups["code"].Value);
        var refusals = Refusals(sources, consts);
        var page = new StringBuilder(Head).AppendLine().AppendLine()
            .AppendLine("| code | HTTP | says |").AppendLine("|---|---|---|");
        foreach (var (code, (kind, says)) in refusals)
        {
            page.AppendLine($"| `{code}` | {Statuses[kind]} | {says} |");
        }

        page.AppendLine().AppendLine(FaultsHead).AppendLine().AppendLine("| code | says |").AppendLine("|---|---|");
        foreach (var (code, says) in Faults(sources).Where(fault => !refusals.ContainsKey(fault.Key)))
        {
            page.AppendLine($"| `{code}` | {says} |");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static SortedDictionary<string, (string Kind, string Says)> Refusals(
        IReadOnlyList<HouseFile> sources, ILookup<string, string> consts)
    {
        var found = new SortedDictionary<string, (string Kind, string Says)>(StringComparer.Ordinal);
        foreach (var file in sources)
        {
            foreach (Match match in Refusal().Matches(file.Text))
            {
                var code = match.Groups["code"] is { Success: true } literal
                    ? literal.Value
                    : consts[$"{Room(file)}.{match.Groups["name"].Value}"].FirstOrDefault();
                if (code is not null && Code().IsMatch(code))
                {
                    found.TryAdd(code, (match.Groups["kind"].Value, Sentence(match.Groups["says"].Value)));
                }
            }
        }

        return found;
    }

    private static SortedDictionary<string, string> Faults(IReadOnlyList<HouseFile> sources)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in sources.SelectMany(file => Fault().Matches(file.Text)))
        {
            found.TryAdd(match.Groups["code"].Value, Sentence(match.Groups["says"].Value));
        }

        foreach (var match in sources
            .Where(file => !file.Path.StartsWith("src/Terminal/", StringComparison.Ordinal))
            .SelectMany(file => Placed().Matches(file.Text)))
        {
            found.TryAdd(match.Groups["code"].Value, Sentence(match.Groups["says"].Value));
        }

        foreach (var match in sources.Where(file => file.Path.EndsWith("Codes.cs", StringComparison.Ordinal))
            .SelectMany(file => Const().Matches(file.Text)))
        {
            found.TryAdd(match.Groups["code"].Value, "");
        }

        return found;
    }

    // Literals put together, with what is filled in left open.
    private static string Sentence(string literals) => Hole()
        .Replace(string.Concat(Literal().Matches(literals).Select(match => match.Groups["text"].Value)), "…")
        .Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal);

    private static string Room(HouseFile file) => string.Join('/', file.Path.Split('/').Take(2));

    private const string Head = """
        # Refusal codes

        Every refusal leaves the house as `application/problem+json` with one of these codes, or with a code that a pack
        gives to a need of its own acts. Codes are API: they are not renamed. `title` is the sentence below, for logs;
        `detail` says it to a person, in the language of Accept-Language, and what to do next: its texts stand in
        `src/Terminal/Words/refusals.*.json`, and no code goes without. `HELUO_ACCEPT=1 ./test` writes this page from
        the source, and every run compares it.
        """;

    private const string FaultsHead = """
        ## Codes of single faults

        These stand inside `faults` of a refusal, in the report of `pack check`, or in the error of a rule.
        """;

    private const string Kinds =
        @"(?:RefusalKind\.(?<kind>\w+),|Refusals\.(?<kind>Invalid|Forbidden|NotFound|Conflict)\()";

    // A sentence with figures is put together without a culture.
    private const string Wrapping =
        @"(?:string\.Create\(\s*CultureInfo\.InvariantCulture,\s*|FormattableString\.Invariant\(\s*)?";

    private const string Literals = @"(?<says>(?:\$?""(?:[^""\\]|\\.)*""\s*\+?\s*)*)";

    [GeneratedRegex(
        Kinds + @"\s*(?:""(?<code>[^""]+)""|(?<name>\w+)),\s*" + Wrapping + Literals,
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Refusal();

    [GeneratedRegex(
        @"""(?<code>[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)"",\s*(?<says>(?:\$?""[A-Z'{](?:[^""\\]|\\.)*""\s*\+?\s*)+)",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Fault();

    // A code behind a place or in front of a lower sentence, and one that is a parameter's value.
    [GeneratedRegex(
        @"(?:[\w)]\s*,|\bcode(?:\s=|:)|yield return \()\s*"
        + @"""(?<code>[a-z][a-z0-9_]*\.(?!lock|db"")[a-z][a-z0-9_]*)""(?:,\s*"
        + @"(?<says>(?:\$?""(?:[^""\\]|\\.)*""\s*\+?\s*)*)|\)\);|,|;)",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Placed();

    [GeneratedRegex(
        @"const string (?<name>\w+) =\s*""(?<code>[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)""",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Const();

    [GeneratedRegex(@"\$?""(?<text>(?:[^""\\]|\\.)*)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<!\{)\{[^{}]+(?:\}|$)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
