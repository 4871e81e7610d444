using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Cases.Tests;

public class ActingTests
{
    private static readonly ImmutableArray<Stage> Stages =
        [Trial.Stage("a"), Trial.Stage("b"), Trial.Stage("z", end: "done")];

    [Theory]
    [InlineData("answers.nothing == 1")]
    [InlineData("1 / 0 == 0")]
    [InlineData("case.marks.nothing")]
    [InlineData("'text'")]
    [InlineData("this is no rule")]
    [InlineData("step.id == 'x'")]
    public void A_guard_that_cannot_be_judged_is_shut(string rule) =>
        Guarded(rule).Do("go").Refusal!.Code.ShouldBe("trial.shut");

    [Fact]
    public void A_rule_that_would_run_for_ever_is_shut_by_its_budget()
    {
        var list = "[0,1,2,3,4,5,6,7,8,9]";
        var rule = "true";
        for (var i = 0; i < 12; i++)
        {
            rule = $"{list}.all(x{i}, {rule})";
        }

        var trial = Guarded(rule);
        trial.Do("go").Refusal!.Code.ShouldBe("trial.shut");
        trial.State.Version.ShouldBe(1);
    }

    [Fact]
    public void A_rule_that_explodes_is_shut_by_its_budget()
    {
        var text = "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'";
        for (var i = 0; i < 4; i++)
        {
            text = $"[{text}].map(t, t + t + t + t + t + t + t + t + t + t + t + t + t + t + t + t)[0]";
        }

        Guarded($"size({text}) > 0").Do("go").Refusal!.Code.ShouldBe("trial.shut");
    }

    [Fact]
    public void A_guard_that_holds_is_open() =>
        Guarded("case.stage == 'a' && actor.kind == 'officer'").Do("go").Value.Stage.ShouldBe("b");

    [Fact]
    public void A_mark_that_cannot_be_worked_out_refuses_the_act()
    {
        var trial = With(new() { Marks = Marks("answers.nothing") });
        trial.Do("go").Refusal!.Code.ShouldBe("act.rule");
        With(new() { Marks = Marks("'yes'") }).Do("go").Value.Marks["m"].GetString().ShouldBe("yes");
    }

    [Theory]
    [InlineData("'no-such-agency'", "case.unknown_agency")]
    [InlineData("answers.nothing", "case.unknown_agency")]
    [InlineData("''", "case.unknown_agency")]
    public void A_case_is_never_handed_to_an_agency_that_does_not_exist(string rule, string code) =>
        With(new() { Agency = Trial.Cel(rule) }).Do("go").Refusal!.Code.ShouldBe(code);

    [Fact]
    public void A_case_is_never_handed_to_nobody_by_a_rule_that_fails() =>
        With(new() { Assignee = Trial.Cel("answers.nothing") }).Do("go").Refusal!.Code.ShouldBe("act.rule");

    [Theory]
    [InlineData("answers.nothing", null)]
    [InlineData("-3", null)]
    [InlineData("1.5", null)]
    [InlineData("3", 3)]
    public void A_limit_grows_by_whole_days_or_not_at_all(string rule, int? days)
    {
        var trial = new Trial(
            Clocked(Trial.Act("more", "a") with { Effects = new() { Extend = [new("c", Trial.Cel(rule))] } }));
        var outcome = trial.Do("more");
        if (days is { } grown)
        {
            outcome.Value.Clock("c")!.Extensions.ShouldBe([grown]);
        }
        else
        {
            outcome.Refusal!.Code.ShouldBe("act.rule");
        }
    }

    [Fact]
    public void A_rule_that_says_zero_leaves_the_limit_as_it_is()
    {
        var trial = new Trial(
            Clocked(Trial.Act("more", "a") with { Effects = new() { Extend = [new("c", Trial.Cel("0"))] } }));

        trial.Do("more").Value.Clock("c")!.Extensions.ShouldBeEmpty();
    }

    [Fact]
    public void Clocks_pause_once_run_on_and_stop_for_good()
    {
        var trial = new Trial(Clocked(
            Trial.Act("hold", "a") with { Effects = new() { Pause = [new("c", null, null)] } },
            Trial.Act("on", "a") with { Effects = new() { Resume = ["c"] } },
            Trial.Act("halt", "a") with { Effects = new() { Stop = ["c"] } },
            Trial.Act("more", "a") with { Effects = new() { Extend = [new("c", Trial.Cel("1"))] } }));
        trial.Do("on").Value.Clock("c")!.Pauses.ShouldBeEmpty();
        trial.Do("hold").Value.Clock("c")!.Paused.ShouldBeTrue();
        trial.Do("hold").Refusal!.Code.ShouldBe("act.clock");
        trial.Do("on").Value.Clock("c")!.Paused.ShouldBeFalse();
        trial.Do("hold").Value.Clock("c")!.Pauses.Length.ShouldBe(2);
        trial.Do("halt").Value.Clock("c")!.Runs.ShouldBeFalse();
        trial.State.Clock("c")!.Pauses[^1].To.ShouldBe(trial.Now);
        trial.Do("hold").Refusal!.Code.ShouldBe("act.clock");
        trial.Do("more").Refusal!.Code.ShouldBe("act.clock");
    }

    [Fact]
    public void A_way_back_is_taken_as_often_as_it_says_and_no_more()
    {
        var trial = new Trial(Trial.Procedure(
            Stages, Trial.Act("go", "a", "b"), Trial.Act("again", "b", "a") with { Returns = new(ClockRuns: true, 1) },
            Trial.Act("end", "b", "z")));
        trial.Do("go").Value.Stage.ShouldBe("b");
        trial.Do("again").Value.Stage.ShouldBe("a");
        trial.Do("go").Value.Stage.ShouldBe("b");
        trial.Do("again").Refusal!.Code.ShouldBe("act.too_often");
    }

    [Fact]
    public void Back_leads_to_the_stage_the_case_came_from()
    {
        var trial = new Trial(Trial.Procedure(
            [.. Stages, Trial.Stage("side")], Trial.Act("go", "a", "b"), Trial.Act("aside", "a b", "side"),
            Trial.Act("rejoin", "side", Act.Back) with { Returns =
                new(ClockRuns: false, 0) }, Trial.Act("end", "b", "z")));
        trial.Do("aside").Value.Stage.ShouldBe("side");
        trial.Do("rejoin").Value.Stage.ShouldBe("a");
        trial.Do("go").Value.Stage.ShouldBe("b");
        trial.Do("aside").Value.Before.ShouldBe("b");
        trial.Do("rejoin").Value.Stage.ShouldBe("b");
    }

    [Fact]
    public void A_plan_with_nothing_to_do_is_passed_over()
    {
        var never = new StepNode(new StepRule("s", Trial.Say("s"), "worker", null, 1, Trial.Cel("false")));
        foreach (var plan in new PlanNode?[] { null, never, new SequenceNode(
            []), new EachNode(Trial.Cel("[]"), 3, never) })
        {
            Planned(plan).Do("go").Value.Stage.ShouldBe("b");
        }
    }

    [Fact]
    public void Steps_open_in_their_order_and_the_last_one_leads_on()
    {
        var trial = Planned(new SequenceNode([Step("one"), new ParallelNode([Step("two"), Step("three")])]));
        trial.Do("go").Value.Stage.ShouldBe("work");
        trial.Do("done", step: "two").Refusal!.Code.ShouldBe("act.no_step");
        trial.Do("done", step: null).Refusal!.Code.ShouldBe("act.no_step");
        trial.Do("done", step: "one").Value.Stage.ShouldBe("work");
        trial.Do("done", step: "one").Refusal!.Code.ShouldBe("act.no_step");
        trial.Do("done", step: "three").Value.Stage.ShouldBe("work");
        trial.Do("go", step: "two").Refusal!.Code.ShouldBe("act.no_step");
        trial.Do("done", by: new Actor("officer/x", ActorKind.Officer, [new Duty("other")]), step: "two")
            .Refusal!.Code.ShouldBe("act.not_yours");
        trial.Do("done", step: "two").Value.Stage.ShouldBe("b");
    }

    [Fact]
    public void What_is_told_of_a_person_is_sealed_for_whom_it_is_about_and_no_rule_sees_it()
    {
        var personal = new Personal("contact", "law/1", "1y");
        var act = Trial.Act("tell", "a") with
        {
            Form = [Trial.Field(
                "phone", FieldType.Phone) with { Personal = personal }, Trial.Field("note", FieldType.Text)],
            Effects = new() { Marks = Marks("has(request.phone) ? request.phone : 'unseen'") },
        };
        var trial = new Trial(Trial.Procedure(Stages, act, Trial.Act("go", "a", "z")));
        var fact = trial.Facts("tell", ("phone", "037167890000"), ("note", "n"));
        fact.Told.Keys.ShouldBe(["note"]);
        fact.Personal.Keys.ShouldBe(["contact"]);
        fact.Results.Marks["m"].GetString().ShouldBe("unseen");
        SubjectOf(fact.Personal["contact"]).ShouldBe(Trial.Owner.Id);
    }

    [Fact]
    public void A_mended_answer_takes_with_it_the_answers_that_are_no_longer_asked()
    {
        ImmutableArray<Field> form =
        [
            Trial.Field("cooks", FieldType.Boolean, required: true),
            Trial.Field("gas", FieldType.Text, required: true) with { When = Trial.Cel("answers.cooks") },
        ];
        var trial = new Trial(
            Trial.Procedure(Stages, Trial.Act("mend", "a") with { TakesAnswers = true }, Trial.Act("go", "a", "z")),
            new TrialSubject { Form = form });
        Mend(trial, ("cooks", true)).Refusal!.Faults.Single().Field.ShouldBe("caseAnswers.gas");
        Mend(trial, (
            "cooks", true), ("gas", "bottled")).Value.Answers.Keys.ShouldBe(["cooks", "gas"], ignoreOrder: true);
        Mend(trial, ("cooks", false)).Value.Answers.Keys.ShouldBe(["cooks"]);
        Mend(trial, ("wings", 2)).Refusal!.Faults.Single().Code.ShouldBe("answers.unknown_field");
        trial.Do(new PerformAct("go", null, [], trial.State.Version)
        {
            CaseAnswers = ImmutableDictionary<string, JsonElement>.Empty.Add(
                "cooks", JsonSerializer.SerializeToElement(value: true)),
        }).Refusal!.Faults.Single().Code.ShouldBe("act.no_answers");
    }

    [Fact]
    public void Papers_come_only_where_they_are_taken_each_known_and_never_without_number()
    {
        var trial = new Trial(Trial.Procedure(
            Stages, Trial.Act("add", "a") with { TakesPapers = true }, Trial.Act("go", "a", "z")));
        Give(trial, "go", Paper("other")).Refusal!.Code.ShouldBe("act.no_papers");
        Give(trial, "add", Paper("unheard")).Refusal!.Faults.Single().Code.ShouldBe("papers.unknown");
        Give(trial, "add", Paper("other", "a\u0000")).Refusal!.Faults.Single().Code.ShouldBe("papers.name");
        Give(trial, "add", Paper("other", new string('x', 201))).Refusal!.Faults.Single().Code.ShouldBe("papers.name");
        Give(trial, "add", [.. Enumerable.Repeat(Paper("other"), 200)]).Value.Papers.Length.ShouldBe(200);
        Give(trial, "add", Paper("other")).Refusal!.Faults.Single().Code.ShouldBe("papers.too_many");
    }

    [Fact]
    public void A_place_that_does_not_exist_is_no_answer()
    {
        var act = Trial.Act("go", "a", "b") with
        {
            Form = [Trial.Field("agency", FieldType.Agency), Trial.Field("area", FieldType.Area)],
        };
        var trial = new Trial(Trial.Procedure(Stages, act, Trial.Act("end", "b", "z")));
        trial.Do("go", answers: [("agency", "no-such"), ("area", "999999")]).Refusal!.Faults
            .Select(fault => (fault.Field, fault.Code)).ShouldBe(
            [("agency", "answers.unknown_place"), ("area", "answers.unknown_place")]);
        trial.Do("go", answers: [("agency", trial.Agency), ("area", Trial.Area)]).Value.Stage.ShouldBe("b");
    }

    private static ImmutableDictionary<string, Packs.CelText> Marks(string rule) =>
        ImmutableDictionary<string, Packs.CelText>.Empty.Add("m", Trial.Cel(rule));

    private static object? SubjectOf(Storage.Sealed value) => typeof(Storage.Sealed)
        .GetProperty("Subject", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(value);

    private static Trial Guarded(string rule) => new(Trial.Procedure(
        Stages, Trial.Act("go", "a", "b") with { Needs = [new(Trial.Cel(rule), "trial.shut", Trial.Say("shut"))] },
        Trial.Act("end", "b", "z")));

    private static Trial With(Effects effects) =>
        new(Trial.Procedure(Stages, Trial.Act("go", "a", "b") with { Effects = effects }, Trial.Act("end", "b", "z")));

    private static Procedure Clocked(params Act[] acts) =>
        Trial.Procedure(Stages, [.. acts, Trial.Act("end", "a", "z")]) with
    {
        Opens = new() { Start = [new("c", null)] },
        Clocks = ImmutableDictionary<string, ClockRule>.Empty.Add("c", Trial.Clock("c")),
    };

    private static StepNode Step(string id) =>
        new(new StepRule(id, Trial.Say(id), "worker", Function: null, 1, When: null));

    private static Trial Planned(PlanNode? plan) => new(
        Trial.Procedure(
            [.. Stages, new Stage("work", Trial.Say("work"), null, null, Plan: true, Then: "b", 0, null)],
            Trial.Act("go", "a", "work"), Trial.Act("done", "work", who: "") with { OnStep =
                true }, Trial.Act("end", "b", "z")),
        new TrialSubject { Plan = plan });

    private static PaperGiven Paper(string rule, string name = "a paper") => new(rule, name, Blob: null, "B");

    private static Outcome<Case> Give(Trial trial, string act, params PaperGiven[] papers) =>
        trial.Do(new PerformAct(act, null, [], trial.State.Version) { Papers = [.. papers] });

    private static Outcome<Case> Mend(Trial trial, params (string, object)[] answers) =>
        trial.Do(new PerformAct(
            "mend", null, [], trial.State.Version) { CaseAnswers = TestKit.CityWorld.Answers(answers) });
}
