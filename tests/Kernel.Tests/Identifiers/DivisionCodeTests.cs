namespace Heluo.Kernel.Tests;

public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("", "division.length")]
    [InlineData("4101", "division.length")]
    [InlineData("41010", "division.length")]
    [InlineData("4101051", "division.length")]
    [InlineData("41010a", "division.format")]
    [InlineData("４１０１０５", "division.format")]
    [InlineData("000000", "division.province")]
    [InlineData("990000", "division.province")]
    [InlineData("410005", "division.part")]
    [InlineData("410100560", "division.part")]
    [InlineData("410105000", "division.part")]
    [InlineData("410105000001", "division.part")]
    [InlineData("410105560000", "division.part")]
    public void A_wrong_code_is_refused_by_name(string text, string code) =>
        DivisionCode.Read(text).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    [Theory]
    [InlineData("410000", DivisionLevel.Province, null, "41")]
    [InlineData("410100", DivisionLevel.City, "410000", "4101")]
    [InlineData("410105", DivisionLevel.County, "410100", "410105")]
    [InlineData("410173", DivisionLevel.County, "410100", "410173")]
    [InlineData("410105560", DivisionLevel.Township, "410105", "410105560")]
    [InlineData("410105560001", DivisionLevel.Community, "410105560", "410105560001")]
    [InlineData("410105560001003", DivisionLevel.Grid, "410105560001", "410105560001003")]
    public void A_code_tells_its_level_and_parent(string text, DivisionLevel level, string? parent, string prefix)
    {
        var code = DivisionCode.Parse(text);
        code.Level.ShouldBe(level);
        code.Parent?.ToString().ShouldBe(parent);
        code.Prefix.ShouldBe(prefix);
        code.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("410105560", "410100", true)]
    [InlineData("410105560", "410000", true)]
    [InlineData("410105", "410105", true)]
    [InlineData("410105", "410105560", false)]
    [InlineData("410205", "410100", false)]
    public void A_division_lies_within_those_above_it(string inner, string outer, bool within) =>
        DivisionCode.Parse(inner).IsWithin(DivisionCode.Parse(outer)).ShouldBe(within);

    [Fact]
    public void Nothing_lies_within_no_division() =>
        DivisionCode.Parse("410105").IsWithin(default).ShouldBeFalse();
}
