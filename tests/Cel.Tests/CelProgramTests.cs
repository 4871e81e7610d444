using System.Text.Json;

namespace Heluo.Cel.Tests;

public sealed class CelProgramTests
{
    private static readonly CelType Case = CelType.Record(
        "case", ("stage", CelType.String), ("opened", CelType.Timestamp), ("days", CelType.Int));

    private static readonly CelType Answers = CelType.Record(
        "answers", ("area", CelType.Double), ("kinds", CelType.List(CelType.String)), ("name", CelType.String));

    private static readonly CelEnvironment Environment = CelEnvironment.Standard
        .Declare("case", Case)
        .Declare("answers", Answers)
        .Declare("now", CelType.Timestamp);

    [Theory]
    [InlineData("answers.area > 60 && case.stage == 'review'", true)]
    [InlineData("'food' in answers.kinds || answers.area > 1000.0", true)]
    [InlineData("has(answers.name) ? answers.name == 'x' : case.days <= 20", true)]
    [InlineData("now - case.opened > duration('24h')", true)]
    [InlineData("answers.kinds.exists(k, k.startsWith('dr'))", false)]
    [InlineData("size(answers.kinds) == 2 && case.opened.getFullYear('Asia/Shanghai') == 2021", true)]
    public void A_guard_reads_declared_records(string source, bool expected)
    {
        var program = Environment.Compile(source, CelType.Bool).Program.ShouldNotBeNull();
        using var json = JsonDocument.Parse("""{"area": 80.5, "kinds": ["food", "retail"]}""");
        var frame = Environment.Frame()
            .Set("case", CelValue.Of(new CelRow(Case)
                .Set("stage", "review")
                .Set("days", 20L)
                .Set("opened", CelValue.From(DateTimeOffset.Parse("2020-12-31T20:00:00Z", null)))))
            .Set("answers", CelValue.From(json.RootElement, Answers))
            .Set("now", CelValue.From(DateTimeOffset.Parse("2021-01-04T08:00:00+08:00", null)));

        var result = program.Run(frame);

        result.Error.ShouldBeNull();
        result.Holds.ShouldBe(expected);
    }

    [Fact]
    public void A_missing_answer_is_an_error_and_the_guard_is_shut()
    {
        var program = Environment.Compile("answers.name == 'x'").Program.ShouldNotBeNull();

        var result = program.Run(Environment.Frame().Set("answers", CelValue.Of(new CelRow(Answers))));

        result.Holds.ShouldBeFalse();
        result.Error.ShouldNotBeNull().Code.ShouldBe(CelCodes.NoKey);
        result.Error.At.ShouldBe(new CelPosition(1, 9));
    }

    [Fact]
    public void Every_fault_of_a_source_is_listed_with_its_place()
    {
        const string Source = "answers.aria > 60\n  && nobody == 1\n  && fly(case.days)\n  && case.days + 'x' > 1";

        var faults = Environment.Compile(Source).Faults;

        faults.Select(fault => $"{fault.At} {fault.Code}").ShouldBe(
            ["1:9 cel.unknown_field", "2:6 cel.unknown_name", "3:6 cel.unknown_function", "4:16 cel.type"]);
    }

    [Fact]
    public void A_program_says_which_variables_and_fields_it_reads()
    {
        var program = Environment.Compile("answers.area > 60.0 && case.stage == 'x'").Program.ShouldNotBeNull();

        program.Names.ShouldBe(["case", "answers"]);
        program.Reads.ShouldBe(["answers", "answers.area", "case", "case.stage"]);
    }

    [Fact]
    public void A_rule_that_would_run_for_ever_is_stopped_and_nothing_absorbs_it()
    {
        var environment = CelEnvironment.Standard.Declare("many", CelType.List(CelType.Int));
        var program = environment
            .Compile("many.all(a, many.all(b, many.all(c, many.all(d, a + b + c + d >= 0)))) || true")
            .Program.ShouldNotBeNull();
        var many = CelValue.Of(CelList.From(Enumerable.Range(0, 1000).Select(i => CelValue.Of((long)i))));

        program.Run(environment.Frame().Set("many", many)).Error.ShouldNotBeNull().Code.ShouldBe(CelCodes.Budget);
    }

    [Fact]
    public void A_host_adds_its_own_functions()
    {
        var environment = CelEnvironment.Standard.Function(
            "half", new CelOverload([CelType.Int], CelType.Int, arguments => arguments[0].AsInt % 2 == 0
                ? arguments[0].AsInt / 2
                : CelValue.Fail("host.odd", "An odd number has no half")));

        environment.Compile("half(10) + 1", CelType.Int).Program.ShouldNotBeNull().Run().Value.ShouldBe(6L);
        environment.Compile("half(9)").Program!.Run().Error.ShouldNotBeNull().Code.ShouldBe("host.odd");
        environment.Compile("half('9')").Faults.ShouldHaveSingleItem().Code.ShouldBe(CelCodes.Type);
    }
}
