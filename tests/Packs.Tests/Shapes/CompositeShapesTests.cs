using System.Collections.Immutable;

namespace Heluo.Packs.Tests;

public sealed class CompositeShapesTests
{
    private static readonly Shape<Node> Tree = Shapes.Variant<Node>(
        new("leaf", Shapes.Map(fields => new Node(fields.Required("leaf", Shapes.Int(0, 99)), []))),
        new("branch", Shapes.Map(fields => new Node(
            0, fields.Required("branch", Shapes.List(Shapes.Lazy("tree", () => Tree!), max: 4))))));

    [Fact]
    public void A_list_is_bounded_and_may_ask_that_nothing_stands_twice()
    {
        var ids = Shapes.List(Shapes.Id, max: 3, min: 1, by: id => id);

        ids.Read("[a, b]").Value.ShouldBe(["a", "b"]);
        ids.Read("[]").Codes.ShouldBe(["pack.out_of_range"]);
        ids.Read("[a, b, c, d]").Codes.ShouldBe(["pack.out_of_range"]);
        ids.Read("[a, b, a]").Codes.ShouldBe(["pack.repeated"]);
        ids.Read("a").Codes.ShouldBe(["pack.wrong_type"]);
    }

    [Fact]
    public void Every_entry_of_a_list_is_judged()
    {
        var faults = Shapes.List(Shapes.Id, max: 9).ReadAll("- A\n- b\n- C\n").Faults;

        faults.Select(fault => (fault.Line, fault.Code)).ShouldBe([(1, "pack.bad_id"), (3, "pack.bad_id")]);
    }

    [Fact]
    public void A_table_keeps_its_order_and_its_values_know_their_keys()
    {
        var stages =
            Shapes.Values(Shapes.Map(fields => (fields.Key, Days: fields.Required("days", Shapes.Int(0, 9)))), max: 3);

        stages.Read("{received: {days: 1}, decided: {days: 2}}").Value.ShouldBe([("received", 1), ("decided", 2)]);
        stages.Read("{Received: {days: 1}}").Codes.ShouldBe(["pack.bad_id"]);
        stages.Read("{a: {days: 1}, b: {days: 1}, c: {days: 1}, d: {days: 1}}").Codes.ShouldBe(["pack.out_of_range"]);
    }

    [Fact]
    public void A_value_is_told_apart_by_its_form()
    {
        var fee = Shapes.Either(
            scalar: Shapes.Word("none").To(_ => 0),
            map: Shapes.Map(fields => fields.Required("amount", Shapes.Int(1, 99))));

        fee.Read("none").Value.ShouldBe(0);
        fee.Read("{amount: 7}").Value.ShouldBe(7);
        fee.Read("free").Codes.ShouldBe(["pack.unknown_value"]);
        fee.ReadAll("[7]").Faults.ShouldHaveSingleItem()
            .Message.ShouldBe("Here stands a single value or a map, not a list.");
    }

    [Fact]
    public void A_shape_may_contain_itself()
    {
        var tree = Tree.Read("branch: [{leaf: 1}, {branch: [{leaf: 2}]}]");

        tree.Codes.ShouldBeEmpty();
        tree.Value.Inner[1].Inner[0].Value.ShouldBe(2);
        Tree.Read("branch: [{leaf: 1}, {branch: [{leaf: 200}, {}]}, {leaf: 1, branch: []}]").Codes
            .ShouldBe(["pack.missing_key", "pack.out_of_range", "pack.unknown_key"], ignoreOrder: true);
    }

    [Fact]
    public void A_map_reports_missing_and_unknown_keys_with_the_nearest_known_one()
    {
        var shape = Shapes.Map(fields => fields.Required("effective", Shapes.Int(0, 9)));

        var faults = shape.ReadAll("efective: 3").Faults;

        faults.Select(fault => fault.Code).ShouldBe(["pack.missing_key", "pack.unknown_key"]);
        faults[1].Message.ShouldBe("The key \"efective\" is not known here. Did you mean \"effective\"?");
    }

    [Fact]
    public void A_map_judges_what_its_values_say_together()
    {
        Shapes.Period.Read("{from: 2020-01-01}").Codes.ShouldBeEmpty();
        Shapes.Period.ReadAll("from: 2020-01-01\nto: 2020-01-01").Faults.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                fault => fault.Line.ShouldBe(2), fault => fault.Code.ShouldBe("pack.period_empty"));
    }

    [Fact]
    public void An_optional_value_that_is_faulty_is_still_reported()
    {
        var shape = Shapes.Map(fields => (
            A: fields.Optional("a", Shapes.Int(0, 9)),
            B: fields.Optional("b", Shapes.Id),
            C: fields.Optional("c", Shapes.Int(0, 9), 5)));

        shape.Read("{}").Value.ShouldBe((null, null, 5));
        shape.Read("{a: 1, b: x, c: 2}").Value.ShouldBe((1, "x", 2));
        shape.Read("{a: 10, b: X, c: -1}")
            .Codes.ShouldBe(["pack.bad_id", "pack.out_of_range", "pack.out_of_range"], ignoreOrder: true);
        shape.Read("{a: }").Codes.ShouldBe(["pack.wrong_type"]);
    }

    private sealed record Node(int Value, ImmutableArray<Node> Inner);
}
