using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Services;

/// <summary>How a step of a guide follows the one before it.</summary>
public enum StepTurn
{
    /// <summary>When the one before has ended.</summary>
    After,

    /// <summary>At the same time.</summary>
    Beside,

    /// <summary>Instead of it: at most one of them is done.</summary>
    Instead,
}

/// <summary>One step of the way from acceptance to decision, as a guide shows it.</summary>
/// <param name="Id">Id of the step of the plan, or of the stage that is one step.</param>
/// <param name="Name">What is done.</param>
/// <param name="Role">Who does it.</param>
/// <param name="Days">Working days planned for it.</param>
/// <param name="Conditional">Whether it is done only in certain situations.</param>
/// <param name="Turn">How it follows the one before.</param>
public sealed record GuideStep(
    string Id, Localized Name, string Role, decimal Days, bool Conditional, StepTurn Turn = StepTurn.After);

/// <summary>
/// Lays the way of a case out as a list whose days add up to the longest way that is proved: the steps of the plan, and
/// the stages that are one step in themselves.
/// </summary>
internal static class GuideSteps
{
    public static ImmutableArray<GuideStep> Of(PackSet set, Item item, ProcedureProof? proof, LocalDate day)
    {
        var planned = item.Plan is { } plan ? Of(plan, conditional: false, StepTurn.After) : [];
        return proof is not null && set.Get(ProcedureKind.Kind).Find(item.Procedure) is { } dated
            && (dated.On(day) ?? dated.Versions[0]).Value is { } procedure
                ? [.. procedure.Stages.Where(stage => stage.Plan || proof.Longest.Over.Contains(stage.Id))
                    .SelectMany(stage => stage.Plan ? planned : Of(stage, item))]
                : [.. planned];
    }

    private static IEnumerable<GuideStep> Of(Stage stage, Item item) =>
        item.StageDays.GetValueOrDefault(stage.Id, stage.Days) is > 0 and var days && stage.Desk is { } role
            ? [new GuideStep(stage.Id, stage.Name, role, days, Conditional: false)]
            : [];

    private static IEnumerable<GuideStep> Of(PlanNode plan, bool conditional, StepTurn turn) => plan switch
    {
        StepNode { Step: var step } =>
            [new GuideStep(step.Id, step.Name, step.Role, step.Days, conditional || step.When is not null, turn)],
        SequenceNode all => Each(all.Parts, conditional, turn, StepTurn.After),
        ParallelNode all => Each(all.Parts, conditional, turn, StepTurn.Beside),
        ChoiceNode choice => Each([.. choice.Branches.Select(one => one.Part)], true, turn, StepTurn.Instead),
        EachNode each => Of(each.Part, conditional: true, turn),
        _ => [],
    };

    // A part that does nothing leaves its turn to the next.
    private static List<GuideStep> Each(
        ImmutableArray<PlanNode> parts, bool conditional, StepTurn first, StepTurn next)
    {
        var steps = new List<GuideStep>();
        foreach (var part in parts)
        {
            steps.AddRange(Of(part, conditional, steps.Count == 0 ? first : next));
        }

        return steps;
    }
}
