using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>Walks a plan.</summary>
public static class PlanNodes
{
    /// <summary>Every step the plan may come to, in the order written.</summary>
    public static IEnumerable<StepRule> Steps(PlanNode plan) => plan switch
    {
        StepNode step => [step.Step],
        SequenceNode all => all.Parts.SelectMany(Steps),
        ParallelNode all => all.Parts.SelectMany(Steps),
        ChoiceNode choice => choice.Branches.SelectMany(branch => Steps(branch.Part)),
        EachNode each => Steps(each.Part),
        _ => [],
    };

    /// <summary>Most steps the plan can unfold into; a plan beyond <see cref="int.MaxValue"/> counts as that.</summary>
    public static int MostSteps(PlanNode plan) => (int)Math.Min(Most(plan), int.MaxValue);

    private static long Most(PlanNode plan) => plan switch
    {
        StepNode => 1,
        SequenceNode all => Bounded(all.Parts.Sum(Most)),
        ParallelNode all => Bounded(all.Parts.Sum(Most)),
        ChoiceNode choice => choice.Branches.Select(branch => Most(branch.Part)).DefaultIfEmpty(0).Max(),
        EachNode each => Bounded(Most(each.Part) * each.AtMost),
        _ => 0,
    };

    // Small enough that sixty of them and a bound of fifty stay a long.
    private static long Bounded(long steps) => Math.Min(steps, int.MaxValue);

    /// <summary>Every condition in the plan.</summary>
    public static IEnumerable<CelText> Conditions(PlanNode plan) => plan switch
    {
        StepNode { Step.When: { } when } => [when],
        SequenceNode all => all.Parts.SelectMany(Conditions),
        ParallelNode all => all.Parts.SelectMany(Conditions),
        ChoiceNode choice => choice.Branches.SelectMany(branch =>
            branch.When is { } when ? Conditions(branch.Part).Prepend(when) : Conditions(branch.Part)),
        EachNode each => Conditions(each.Part).Prepend(each.Over),
        _ => [],
    };
}
