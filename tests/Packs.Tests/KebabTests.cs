using System.Text.RegularExpressions;
using CsCheck;

namespace Heluo.Packs.Tests;

public sealed class KebabTests
{
    [Theory]
    [InlineData("OtherPower", "other-power")]
    [InlineData("Full", "full")]
    [InlineData("A", "a")]
    public void A_member_becomes_words(string member, string name) => Kebab.Of(member).ShouldBe(name);

    [Fact]
    public void An_id_becomes_a_name_rules_can_write() => Kebab.ToCel("venue-kind-2").ShouldBe("venue_kind_2");

    [Fact]
    public void What_is_an_id_is_what_the_published_pattern_says() =>
        Gen.Char["ab1-_A é"].Array[0, 8].Select(letters => new string(letters)).Sample(
            word => Kebab.IsId(word) == Regex.IsMatch(word, "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"), iter: 20_000);

    [Fact]
    public void What_is_a_number_is_what_yaml_says() =>
        Gen.Char["01.9eE+-xofina "].Array[1, 7].Select(letters => new string(letters)).Sample(
            word => YamlTypes.IsNumber(new PackScalar(default, word, plain: true)) == Regex.IsMatch(
                word,
                @"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                + @"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$"),
            iter: 50_000);
}
