using CsCheck;
using System.Text.RegularExpressions;

namespace Heluo.Cel.Tests.Library;

public sealed class PatternTests
{
    [Theory]
    [InlineData("ab", "^a", true)]
    [InlineData("ba", "^a", false)]
    [InlineData("xaby", "a.?b", true)]
    [InlineData("a\n", "a$", false)]
    [InlineData("a\nb", "(?m)^b$", true)]
    [InlineData("a\nb", "a.b", false)]
    [InlineData("a\nb", "(?s)a.b", true)]
    [InlineData("AB", "(?i)ab", true)]
    [InlineData("٣", @"\d", false)]
    [InlineData("许", @"\w", false)]
    [InlineData("许可", @"^\p{Han}+$", true)]
    [InlineData("许a", @"^\p{L}{2}$", true)]
    [InlineData("13800138000", "^1[3-9][0-9]{9}$", true)]
    [InlineData("a.b", @"a\.b", true)]
    [InlineData("a+b", @"\Qa+b\E", true)]
    [InlineData("aab", "(?P<x>a)+b", true)]
    [InlineData("x", "[[:alpha:]]", true)]
    [InlineData("5", "[^[:alpha:]]", true)]
    [InlineData("]", "[]a]", true)]
    [InlineData("-", "[a-]", true)]
    [InlineData("^", "[a^]", true)]
    [InlineData("A", @"\x41", true)]
    [InlineData("A", @"\x{41}", true)]
    [InlineData("😀", "^.$", true)]
    [InlineData("😀😀", "^😀{2}$", true)]
    [InlineData("😀", "^[😀-😂]$", true)]
    [InlineData("😃", "^[😀-😂]$", false)]
    [InlineData("😃", "^[^😀-😂]$", true)]
    [InlineData("😁", "^[^😀-😂]$", false)]
    [InlineData("a", "^[^😀-😂]$", true)]
    [InlineData("", "", true)]
    [InlineData("ab", "a|b|", true)]
    [InlineData("a{", "a{", true)]
    public void Patterns_read_code_points_and_ascii_classes(string text, string pattern, bool expected) =>
        Match(text, pattern).ShouldBe(expected ? "true" : "false");

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("a{2}{3}")]
    [InlineData("a{1001}")]
    [InlineData("a{3,2}")]
    [InlineData(@"\")]
    [InlineData(@"\1")]
    [InlineData("(?=a)")]
    [InlineData("(?!a)")]
    [InlineData("(?<=a)b")]
    [InlineData("(?>a)")]
    [InlineData(@"\k<a>")]
    [InlineData("[b-a]")]
    [InlineData(@"\p{Nonsense}")]
    [InlineData(@"\x{110000}")]
    [InlineData("((a{100}){100}){100}")]
    [InlineData("(a{1000}){1000}")]
    public void What_RE2_refuses_or_cannot_bound_is_refused(string pattern) =>
        Match("aaa", pattern).ShouldBe("!cel.pattern");

    [Fact]
    public void Patterns_and_their_nesting_are_bounded()
    {
        Match("a", new string('a', 1_001)).ShouldBe("!cel.pattern");
        Match("a", new string('(', 500) + "a" + new string(')', 500)).ShouldBe("!cel.pattern");
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*)*b")]
    [InlineData("(a?){50}a{50}")]
    public void A_pattern_that_would_backtrack_for_ever_answers_or_is_stopped(string pattern) =>
        Match(new string('a', 5_000) + "!", pattern).ShouldBeOneOf("true", "false", "!cel.budget");

    [Fact]
    public void A_long_text_under_a_wide_pattern_is_stopped() =>
        Match(new string('a', 900_000), "(a|b|c|d|e){1,100}x").ShouldBe("!cel.budget");

    [Fact]
    public void Simple_patterns_agree_with_the_machine() =>
        Gen.Select(Gen.String["ab."], Gen.String["ab|*.()+"]).Sample((text, pattern) =>
        {
            string expected;
            try
            {
                expected = Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)) ? "true" : "false";
            }
            catch (RegexParseException)
            {
                expected = "!cel.pattern";
            }

            return Match(text, pattern) == expected;
        });

    private static string Match(string text, string pattern) => Expression.Answer(
        "t.matches(p)", ("t", CelType.String, text), ("p", CelType.String, pattern));
}
