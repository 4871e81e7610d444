using System.Text.RegularExpressions;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Tests.Speaking;

public sealed partial class WordsTests
{
    // Keys that are put together at run time; each beginning must have at least one word.
    private static readonly string[] Made =
    [
        "archive.", "audience.", "scheme.", "channel.", "desk.of.", "form.", "need.", "source.", "event.", "light.",
            "month.", "nav.", "notice.", "pause.", "purpose.", "refusal.",
        "retention.", "sign-in.group.", "sign-in.may.", "told.", "stage.", "unit.", "weekday.",
    ];

    private static readonly Lazy<string> Source = new(() => string.Join('\n',
        Directory.EnumerateFiles(Path.Combine(Folder(), "src", "Terminal"), "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".cs",
                StringComparison.Ordinal))
            .Select(File.ReadAllText)));

    [Fact]
    public void Every_language_has_every_word()
    {
        foreach (var language in Words.Languages.Skip(1))
        {
            Words.In(language).Keys.Order(StringComparer.Ordinal)
                .ShouldBe(Words.In("zh").Keys.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_word_that_a_page_asks_for_is_there() => Asked().Matches(Source.Value)
        .Select(match => match.Groups["key"].Value)
        .Where(key => Words.In("zh").Find(key) is null)
        .ShouldBeEmpty();

    [Fact]
    public void No_word_is_left_that_nobody_asks_for() => Words.In("zh").Keys
        .Where(key => !Made.Any(made => key.StartsWith(made, StringComparison.Ordinal)))
        .Where(key => !Source.Value.Contains($"\"{key}\"", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void Every_language_fills_the_same_places()
    {
        foreach (var key in Words.In("zh").Keys)
        {
            Places(Words.In("en")[key]).ShouldBe(Places(Words.In("zh")[key]), key);
        }
    }

    [Fact]
    public void English_holds_no_hanzi() => Words.In("en").Keys
        .Where(key => Words.In("en")[key].Any(letter => letter is >= '\u3000' and <= '\u9fff'))
        .ShouldBeEmpty();

    [Fact]
    public void A_language_that_is_not_spoken_falls_back_to_the_first() => Words.In("fr").Language.ShouldBe("zh");

    [Fact]
    public void A_missing_word_shows_its_key() => Words.In("en")["no.such.word"].ShouldBe("no.such.word");

    [Theory]
    [InlineData(1, "1 day left")]
    [InlineData(0, "0 days left")]
    [InlineData(2, "2 days left")]
    public void A_place_with_two_words_takes_the_first_for_one(int days, string said) =>
        Words.Fill("{n} {n|day|days} left", [("n", days)]).ShouldBe(said);

    [Theory]
    [InlineData("{other}")]
    [InlineData("{")]
    [InlineData("}{")]
    [InlineData("{a|b|c}")]
    public void A_place_without_a_value_is_left_as_it_stands(string text) => Words.Fill(text, [("n", 1)])
        .ShouldBe(text);

    private static string[] Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "heluo.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("""(?:\bT\(|[Ww]ords\[|\.Say\()"(?<key>[a-z0-9.-]+)["]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{(?<name>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
