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
