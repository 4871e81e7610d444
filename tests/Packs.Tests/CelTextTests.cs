using Heluo.Cel;

namespace Heluo.Packs.Tests;

public sealed class CelTextTests
{
    private static readonly CelEnvironment Names = CelEnvironment.Standard.Declare("seats", CelType.Int);

    private static readonly PackKind<CelText> Rules =
        new("rule", "rules", fields => fields.Required("when", Shapes.Cel()));

    [Fact]
    public void A_rule_is_compiled_once_for_the_same_names()
    {
        var text = new CelText("seats > 10", new PackAt("a.yaml", 3));

        var program = text.Compile(Names, CelType.Bool).Value;

        text.Compile(Names, CelType.Bool).Value.ShouldBeSameAs(program);
        text.Compile(Names.Declare("area", CelType.Int), CelType.Bool).Value.ShouldNotBeSameAs(program);
        program.Run(Names.Frame().Set("seats", CelValue.Of(11))).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_faulty_rule_is_refused_with_its_place_and_never_throws()
    {
        var refusal = new CelText("a > 1 &&", new PackAt("a.yaml", 3)).Compile(Names).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("pack.rule_faulty");
        refusal.Faults.ShouldNotBeEmpty();
        refusal.Faults[0].Field.ShouldBe("a.yaml:3");
    }

    [Fact]
    public void A_rule_of_several_lines_has_its_fault_on_the_right_one()
    {
        var kind = Rules.Checked((check, text) => check.Compile(text, Names, CelType.Bool));

        var reading = Sample.Check(
            new PackReader(kind), ("rules/r.yaml", "rule: a\nwhen: |\n  seats > 1\n  && setas < 9\n"));

        reading.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Line.ShouldBe(4),
            fault => fault.Code.ShouldBe("cel.unknown_name"),
            fault => fault.Message.ShouldEndWith("."));
    }

    [Theory]
    [InlineData("seats > 10", "")]
    [InlineData("seats", "cel.type")]
    [InlineData("seats >", "cel.syntax")]
    [InlineData("seat > 1", "cel.unknown_name")]
    [InlineData("seats.size() > 1", "cel.type")]
    public void Checking_a_pack_whole_compiles_every_rule(string rule, string code)
    {
        var kind = Rules.Checked((check, text) => check.Compile(text, Names, CelType.Bool));

        var codes =
            Sample.Check(new PackReader(kind), ("rules/r.yaml", $"rule: a\nwhen: {rule}"))
                .Faults.Select(fault => fault.Code);

        string.Join(',', codes).ShouldBe(code);
    }

    [Fact]
    public void Loading_a_pack_leaves_its_rules_for_later()
    {
        var compiled = new List<bool>();
        var kind = Rules.Checked((check, text) => compiled.Add(check.Compile(text, Names) is not null));
        var bundle =
            Sample.Check(new PackReader(kind), ("rules/r.yaml", "rule: a\nwhen: seats > 1")).ShouldBeSound().Bundle();

        new PackReader(kind).Open(bundle).ShouldBeSound();

        compiled.ShouldBe([true, false]);
    }

    [Fact]
    public void A_rule_too_long_is_refused_by_the_reader() =>
        Sample.Check(new PackReader(Rules), ("rules/r.yaml", $"rule: a\nwhen: {new string('a', 2001)}")).Codes()
            .ShouldBe(["rules/r.yaml:2: pack.too_long"]);

    [Fact]
    public void Two_rules_are_the_same_when_their_texts_are() =>
        new CelText("a", new PackAt("x", 1)).ShouldBe(new CelText("a", new PackAt("y", 2)));
}
