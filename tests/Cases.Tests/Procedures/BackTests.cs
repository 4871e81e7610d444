namespace Heluo.Cases.Tests.Procedures;

/// <summary>A case remembers the one stage it came from; the check of a procedure proves that one is enough.</summary>
public class BackTests
{
    private static Act Back(string id, string from) => Trial.Act(id, from, Act.Back) with { Returns = new(false, 0) };

    private static string[] Faults(Procedure procedure) =>
        [.. ProcedureCheck.Faults(procedure, _ => true).Select(fault => fault.Code).Distinct()];

    [Fact]
    public void Back_out_of_a_stage_that_was_entered_from_another_with_a_way_back_is_refused()
    {
        // a → b → c, back to b, back: the case would go to c again and not to a.
        var twice = Trial.Procedure(
            [Trial.Stage("a"), Trial.Stage("b"), Trial.Stage("c"), Trial.Stage("z", end: "done")],
            Trial.Act("on", "a", "b"), Trial.Act("further", "b", "c"), Back("leave", "b"), Back("return", "c"),
            Trial.Act("end", "a b c", "z"));
        Faults(twice).ShouldBe(["procedure.back_twice"]);

        // Unchecked it goes wrong, which is what the check is for.
        var trial = new Trial(twice);
        foreach (var act in new[] { "on", "further", "return", "leave" })
        {
            trial.Do(act);
        }

        trial.State.Stage.ShouldBe("c");
    }

    [Fact]
    public void Back_out_of_the_stage_a_case_begins_in_is_refused() => Faults(Trial.Procedure(
        [Trial.Stage("a"), Trial.Stage("z", end: "done")], Back("leave", "a"), Trial.Act("end", "a", "z")))
        .ShouldContain("procedure.back_twice");

    [Fact]
    public void Back_from_a_stage_that_leads_into_itself_is_refused() => Faults(Trial.Procedure(
        [Trial.Stage("a"), Trial.Stage("b"), Trial.Stage("z", end: "done")],
        Trial.Act("on", "a", "b"), Trial.Act("stay", "b", "b"), Back("leave", "b"), Trial.Act("end", "a b", "z")))
        .ShouldContain("procedure.back_twice");

    [Fact]
    public void A_stage_passed_through_because_its_plan_is_empty_counts_as_passed() => Faults(Trial.Procedure(
        [
            Trial.Stage("a"), Trial.Stage("b"), Trial.Stage("p") with { Plan = true, Desk = null, Then = "c" },
            Trial.Stage("c"), Trial.Stage("z", end: "done"),
        ],
        Trial.Act("on", "a", "b"), Trial.Act("further", "b", "p"), Back("leave", "b"), Back("return", "c"),
        Trial.Act("end", "a b c", "z"))).ShouldContain("procedure.back_twice");

    [Fact]
    public void One_way_back_out_of_many_stages_leads_home_again_and_again()
    {
        var procedure = Trial.Procedure(
            [Trial.Stage("a"), Trial.Stage("b"), Trial.Stage("s"), Trial.Stage("z", end: "done")],
            Trial.Act("on", "a", "b"), Trial.Act("aside", "a b", "s"), Back("return", "s"),
            Trial.Act("end", "a b", "z"));
        Faults(procedure).ShouldBeEmpty();
        var trial = new Trial(procedure);
        foreach (var (act, stage) in new[]
        {
            ("aside", "s"), ("return", "a"), ("aside", "s"), ("return", "a"), ("on", "b"), ("aside", "s"),
            ("return", "b"), ("aside", "s"), ("return", "b"), ("end", "z"),
        })
        {
            trial.Do(act).Value.Stage.ShouldBe(stage);
        }
    }

    [Fact]
    public void The_packs_of_the_house_go_back_once_at_most() => TrialPack.Check().ShouldBeEmpty();
}
