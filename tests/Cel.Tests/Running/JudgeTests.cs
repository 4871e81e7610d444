namespace Heluo.Cel.Tests.Running;

public sealed class JudgeTests
{
    private static readonly CelEnvironment Environment = CelEnvironment.Standard
        .Declare("area", CelType.Double).Declare("kinds", CelType.List(CelType.String)).Declare("days", CelType.Int);

    private const string Source = "area > 60.0\n  && ('food' in kinds || size(kinds) > 3)\n  && 10 / days > 1";

    [Fact]
    public void The_terms_of_a_condition_keep_their_text_and_place() =>
        Environment.Compile(Source).Program!.Terms.Select(term => $"{term.At} {term.Source}").ShouldBe(
            ["1:1 area > 60.0", "2:6 ('food' in kinds || size(kinds) > 3)", "3:6 10 / days > 1"]);

    [Theory]
    [InlineData(80.0, "food", 2, true, -1, null)]
    [InlineData(50.0, "food", 2, false, 0, null)]
    [InlineData(80.0, "shop", 2, false, 1, null)]
    [InlineData(80.0, "food", 9, false, 2, null)]
    [InlineData(80.0, "food", 0, false, 2, CelCodes.DivideByZero)]
    [InlineData(50.0, "food", 0, false, 0, null)]
    public void The_term_that_is_not_met_is_named(
        double area, string kind, int days, bool holds, int unmet, string? error)
    {
        var program = Environment.Compile(Source).Program!;
        CelValue[] slots = [area, CelValue.From(new[] { kind }), CelValue.From(days)];

        var judgement = program.Judge(slots);

        (judgement.Holds, judgement.Unmet, judgement.Error?.Code).ShouldBe((holds, unmet, error));
        program.Run(slots).Holds.ShouldBe(holds);
    }

    [Fact]
    public void A_plain_false_after_an_error_is_the_one_named()
    {
        var program = Environment.Compile("10 / days > 1 && area > 60.0").Program!;

        var judgement = program.Judge([50.0, default, 0L]);

        judgement.ShouldBe(new CelJudgement(false, 1, null));
    }

    [Fact]
    public void A_condition_without_and_is_one_term()
    {
        var program = Environment.Compile("area > 60.0 || days > 3").Program!;

        program.Terms.ShouldHaveSingleItem().Source.ShouldBe("area > 60.0 || days > 3");
        program.Judge([50.0, default, 1L]).ShouldBe(new CelJudgement(false, 0, null));
        program.Judge([50.0, default, 5L]).ShouldBe(new CelJudgement(true, -1, null));
        Environment.Compile("1 + 1").Program!.Judge([]).Error!.Code.ShouldBe(CelCodes.NoOverload);
    }
}
