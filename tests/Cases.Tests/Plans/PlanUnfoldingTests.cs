using System.Collections.Immutable;
using CsCheck;
using Heluo.Kernel;

namespace Heluo.Cases.Tests;

public class PlanUnfoldingTests
{
    [Fact]
    public void Every_step_waits_for_exactly_the_steps_the_tree_puts_before_it() => RandomPlan.Any.Sample(plan =>
    {
        var steps = RandomPlan.Unfolding().Unfold(plan).Value;
        var places = RandomPlan.Read(plan, [], "").ToArray();
        steps.Select(step => step.Id).ShouldBe(places.Select(place => place.Id));
        foreach (var place in places)
        {
            var before = places.Where(other => RandomPlan.Before(other.Place, place.Place)).Select(other => other.Id);
            Closure(steps, place.Id).ShouldBe(before, ignoreOrder: true, customMessage: place.Id);
        }
    }, iter: 3_000);

    [Fact]
    public void Worked_in_any_order_a_plan_always_comes_to_its_end() =>
        Gen.Select(RandomPlan.Any, Gen.Int).Sample((plan, seed) =>
    {
        var random = new Random(seed);
        var steps = RandomPlan.Unfolding().Unfold(plan).Value;
        for (var left = steps.Length; left > 0; left--)
        {
            var open = steps.Where(step => step.IsOpen(steps)).ToArray();
            open.ShouldNotBeEmpty();
            var next = open[random.Next(open.Length)];
            steps = [.. steps.Select(step => step.Id == next.Id ? step with { DoneAt = Trial.Monday } : step)];
        }

        steps.ShouldAllBe(step => !step.IsOpen(steps));
    }, iter: 2_000);

    [Fact]
    public void What_is_worked_takes_no_longer_than_the_longest_way_and_no_less_than_the_shortest() =>
        RandomPlan.Any.Sample(plan =>
        {
            var steps = RandomPlan.Unfolding().Unfold(plan).Value;
            var ends = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var step in steps)
            {
                ends[step.Id] = step.Days + step.After.Select(before => ends[before]).DefaultIfEmpty(0).Max();
            }

            var days = ends.Values.DefaultIfEmpty(0).Max();
            days.ShouldBeLessThanOrEqualTo(PathLength.Longest(plan).Days);
            days.ShouldBeGreaterThanOrEqualTo(PathLength.Shortest(plan).Days);
            PlanNodes.MostSteps(plan).ShouldBeGreaterThanOrEqualTo(steps.Length);
        }, iter: 3_000);

    [Fact]
    public void A_list_longer_than_its_bound_is_refused_and_no_entry_is_left_out()
    {
        var plan = new EachNode(Trial.Cel("4"), 3, Step("look"));
        RandomPlan.Unfolding().Unfold(plan).Refusal!.Code.ShouldBe("case.plan_too_long");
    }

    [Theory]
    [InlineData(false, 0, 0, 2)]
    [InlineData(false, 1, 2, 2)]
    [InlineData(false, 3, 2, 2)]
    [InlineData(true, 0, 0, 10)]
    [InlineData(true, 1, 2, 10)]
    [InlineData(true, 3, 6, 10)]
    public void A_list_lengthens_the_way_by_its_bounds(bool inTurn, int atLeast, int shortest, int longest)
    {
        PlanNode step = new StepNode(new StepRule("look", Trial.Say("x"), "worker", Function: null, 2, When: null));
        var plan = new EachNode(Trial.Cel("3"), 5, step) { InTurn = inTurn, AtLeast = atLeast };

        PathLength.Shortest(plan).Days.ShouldBe(shortest);
        PathLength.Longest(plan).Days.ShouldBe(longest);
        PathLength.Longest(plan).Over.Length.ShouldBe(inTurn ? 5 : 1);
    }

    [Fact]
    public void Entries_in_turn_wait_for_one_another()
    {
        var plan = new EachNode(Trial.Cel("3"), 3, Step("look")) { InTurn = true };

        var steps = RandomPlan.Unfolding().Unfold(plan).Value;

        steps.Select(step => string.Join(",", step.After)).ShouldBe(["", "look-1", "look-2"]);
    }

    [Fact]
    public void A_plan_that_explodes_is_refused()
    {
        PlanNode plan = Step("look");
        for (var i = 0; i < 12; i++)
        {
            plan = new EachNode(Trial.Cel("50"), 50, plan);
        }

        RandomPlan.Unfolding().Unfold(
            new EachNode(Trial.Cel("50"), 50, new EachNode(Trial.Cel("50"), 50, Step("look"))))
            .Refusal!.Code.ShouldBe("case.plan_too_long");
        PlanNodes.MostSteps(plan).ShouldBe(int.MaxValue);
        PlanCheck.Faults(plan).Select(fault => fault.Code).ShouldBe(["plan.too_many_steps"]);
    }

    [Fact]
    public void Two_steps_never_share_a_name()
    {
        Codes(new SequenceNode([Step("a"), Step("a")])).ShouldBe(["plan.step_twice"]);
        Codes(new SequenceNode(
            [Step("a-1"), new EachNode(Trial.Cel("2"), 2, Step("a"))])).ShouldBe(["plan.step_twice"]);
        Codes(new SequenceNode([Step("a-1"), Step("a-2"), Step("b")])).ShouldBeEmpty();
        Codes(new ChoiceNode([new(Trial.Cel("true"), Step("a")), new(null, Step("a"))])).ShouldBeEmpty();
        Codes(plan: null).ShouldBeEmpty();
    }

    [Fact]
    public void A_length_below_nothing_is_no_length()
    {
        var trial =
            new Trial(Trial.Procedure([Trial.Stage("a"), Trial.Stage("z", end: "done")], Trial.Act("go", "a", "z")));
        var asked = trial.Rules.Ask(trial.State, Trial.Owner, Trial.Monday);
        asked.Count(Trial.Cel("-5")).ShouldBe(0);
        asked.Count(Trial.Cel("[1, 2, 3]")).ShouldBe(3);
        asked.Count(Trial.Cel("answers.nothing")).ShouldBe(0);
        asked.Count(Trial.Cel("9223372036854775807")).ShouldBe(int.MaxValue);
    }

    private static string[] Codes(PlanNode? plan) => [.. PlanCheck.Faults(plan).Select(fault => fault.Code)];

    private static StepNode Step(string id) =>
        new(new StepRule(id, Trial.Say(id), "worker", Function: null, 1, When: null));

    private static HashSet<string> Closure(ImmutableArray<PlannedStep> steps, string id)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(steps.Single(step => step.Id == id).After);
        while (open.TryPop(out var before))
        {
            if (found.Add(before))
            {
                foreach (var earlier in steps.Single(step => step.Id == before).After)
                {
                    open.Push(earlier);
                }
            }
        }

        return found;
    }
}
