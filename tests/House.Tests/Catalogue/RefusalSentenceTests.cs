using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

public sealed partial class RefusalSentenceTests
{
    private const string Bounded = ".field";

    public static TheoryData<string> Languages => ["zh", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_of_the_catalogue_has_a_sentence(string language) =>
        Unsaid(File.ReadAllText(Path.Combine(House.Root, "docs/api/refusals.md")), Sentences(language)).ShouldBeEmpty();

    [Fact]
    public void A_code_without_a_sentence_is_caught() =>
        Unsaid("| `room.taken` | 409 | Taken. |\n| `room.late` | Late. |", new() { ["room.late"] = "Too late. Hurry." })
            .ShouldBe(["room.taken"]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_sentence_is_kept_for_a_code_that_is_gone(string language)
    {
        var codes = Codes(File.ReadAllText(Path.Combine(House.Root, "docs/api/refusals.md"))).ToHashSet();
        Sentences(language).Keys
            .Where(key => !codes.Contains(key.EndsWith(Bounded, StringComparison.Ordinal) ? key[..^6] : key))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_is_whole_and_in_its_language()
    {
        foreach (var (code, said) in Sentences("zh"))
        {
            said.ShouldEndWith("。", customMessage: code);
            HalfWidth().IsMatch(said).ShouldBeFalse($"{code}: a Chinese sentence has full-width marks");
        }

        foreach (var (code, said) in Sentences("en"))
        {
            said.ShouldEndWith(".", customMessage: code);
            said.ShouldNotContain("。", customMessage: code);
            char.IsAsciiLetterLower(said[0]).ShouldBeFalse(code);
        }
    }

    private static string[] Unsaid(string catalogue, Dictionary<string, string> sentences) =>
        [.. Codes(catalogue).Where(code => string.IsNullOrWhiteSpace(sentences.GetValueOrDefault(code)))];

    private static IEnumerable<string> Codes(string catalogue) =>
        Row().Matches(catalogue).Select(match => match.Groups["code"].Value);

    private static Dictionary<string, string> Sentences(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(House.Root, $"src/Terminal/Words/refusals.{language}.json")))!;

    [GeneratedRegex(@"^\| `(?<code>[a-z0-9_.]+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Row();

    [GeneratedRegex(@"[一-龥][,;:?!]", RegexOptions.None, 1000)]
    private static partial Regex HalfWidth();
}
