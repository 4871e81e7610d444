namespace Heluo.Cases;

/// <summary>What makes a plan sound beyond its form: it cannot grow without measure, and every step has a name of its
/// own.</summary>
public static class PlanCheck
{
    /// <summary>The faults <c>plan.too_many_steps</c> and <c>plan.step_twice</c>; null: no plan, no fault.</summary>
    public static IEnumerable<(string Code, string Message)> Faults(PlanNode? plan)
    {
        if (plan is null)
        {
            yield break;
        }

        if (PlanNodes.MostSteps(plan) is > PlanUnfolding.MostSteps and var most)
        {
            yield return (
                "plan.too_many_steps", $"the plan can grow to {most} steps, {PlanUnfolding.MostSteps} are allowed.");
        }

        var twice = Named(plan, depth: 0).GroupBy(step => (step.Stem, step.Numbers))
            .Where(group => group.Select(step => (step.Id, step.Depth)).Distinct().Count() < group.Count()
                || group.Select(step => step.Depth).Distinct().Skip(1).Any())
            .Select(group => group.First().Id);
        foreach (var id in twice)
        {
            yield return ("plan.step_twice", $"two steps of the plan can come to be called {id}.");
        }
    }

    // A repeated step is called by its id and -1, -2, …: two names clash when they agree but for the numbers behind.
    private static IEnumerable<(string Stem, int Numbers, string Id, int Depth)> Named(PlanNode plan, int depth) =>
        plan switch
    {
        StepNode step => [Name(step.Step.Id, depth)],
        SequenceNode all => all.Parts.SelectMany(part => Named(part, depth)),
        ParallelNode all => all.Parts.SelectMany(part => Named(part, depth)),
        ChoiceNode choice => choice.Branches.SelectMany(branch => Named(branch.Part, depth).Distinct()).Distinct(),
        EachNode each => Named(each.Part, depth + 1),
        _ => [],
    };

    private static (string, int, string, int) Name(string id, int depth)
    {
        var (stem, numbers) = (id, depth);
        while (stem.LastIndexOf('-') is > 0 and var dash && stem[(dash + 1)..].All(char.IsAsciiDigit))
        {
            (stem, numbers) = (stem[..dash], numbers + 1);
        }

        return (stem, numbers, id, depth);
    }
}
