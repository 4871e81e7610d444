using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_identifier_that_is_not_reserved_stands_in_the_source_or_in_the_packs()
    {
        var source = WordsOf(House.Under("src/", ".cs"), Capitals());
        var packs = WordsOf(House.Under("packs/", ".yaml"), Kebabs());
        House.File("docs/glossary.md").Lines
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Identifiers().Matches(line).Select(match => match.Groups["id"].Value))
            .SelectMany(id => id.Split('.'))
            .Where(word => !(char.IsAsciiLetterUpper(word[0]) ? source : packs).Contains(word))
            .ShouldBeEmpty("write it in italics while nothing bears the name");
    }

    [Fact]
    public void No_concept_stands_there_twice_with_two_names() =>
        House.File("docs/glossary.md").Lines
            .Where(line =>
                line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| 中文", StringComparison.Ordinal))
            .Select(line => line.Split('|'))
            .GroupBy(cells => cells[2].Trim(), StringComparer.Ordinal)
            .Where(same => same.Select(cells => cells[3].Trim()).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(same => same.Key)
            .ShouldBeEmpty();

    private static HashSet<string> WordsOf(IEnumerable<HouseFile> files, Regex word) =>
        files.SelectMany(file => word.Matches(file.Text).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("`(?<id>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifiers();

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.None, 10_000)]
    private static partial Regex Capitals();

    [GeneratedRegex("[a-z][a-z0-9-]+", RegexOptions.None, 10_000)]
    private static partial Regex Kebabs();
}
