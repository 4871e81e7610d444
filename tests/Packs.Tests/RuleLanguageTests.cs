using Heluo.Cel;

namespace Heluo.Packs.Tests;

public class RuleLanguageTests
{
    [Theory]
    [InlineData("timestamp('2026-01-01T00:30:00Z').getHours('Asia/Shanghai')", 8)]
    [InlineData("timestamp('2025-12-31T16:30:00Z').getFullYear('Asia/Shanghai')", 2026)]
    [InlineData("timestamp('2025-07-01T12:00:00Z').getHours('Europe/Berlin')", 14)]
    [InlineData("timestamp('2025-12-01T12:00:00Z').getHours('Europe/Berlin')", 13)]
    [InlineData("timestamp('2025-12-01T12:00:00Z').getHours('UTC+03')", 15)]
    [InlineData("timestamp('2025-12-01T12:00:00Z').getHours('+05:00')", 17)]
    public void Zones_are_those_the_house_carries(string rule, int value) => Run(rule).Value.AsInt.ShouldBe(value);

    [Theory]
    [InlineData("localtime")]
    [InlineData("posixrules")]
    [InlineData("China Standard Time")]
    [InlineData("../../etc/localtime")]
    [InlineData("Nowhere/Nothing")]
    public void A_zone_that_only_a_machine_may_know_is_refused_everywhere(string zone) =>
        Run($"timestamp('2025-12-01T12:00:00Z').getHours('{zone}')").Value.Kind.ShouldBe(CelKind.Error);

    private static CelResult Run(string rule)
    {
        var program = RuleLanguage.Standard.Compile(rule).Program!;
        return program.Run(RuleLanguage.Standard.Frame());
    }
}
