using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>Turns a plan into the flat steps of one case: conditions are asked once, against the answers as they
/// stand.</summary>
/// <param name="Ask">Whether a condition holds.</param>
/// <param name="Count">How many entries a list has; more than its bound is a fault of the caller.</param>
/// <param name="AgencyOf">The agency with a function, for the place of the case.</param>
internal sealed record PlanUnfolding(
    Func<Packs.CelText, bool> Ask, Func<Packs.CelText, int> Count, Func<string?, string?> AgencyOf)
{
    /// <summary>Most steps one case may have.</summary>
    public const int MostSteps = 500;

    private readonly List<PlannedStep> steps = [];
    private bool tooLong;

    /// <summary>Unfolds the plan; an empty result means that there is nothing to do. Refuses <c>case.plan_too_long</c>
    /// rather
    /// than to leave a step out.</summary>
    public Outcome<ImmutableArray<PlannedStep>> Unfold(PlanNode plan)
    {
        Walk(plan, [], "");
        return tooLong ? Refusals.PlanTooLong(MostSteps) : steps.ToImmutableArray();
    }

    private ImmutableArray<string> Walk(PlanNode node, ImmutableArray<string> after, string suffix) => node switch
    {
        StepNode step => Step(step.Step, after, suffix),
        SequenceNode sequence => Sequence(sequence.Parts, after, suffix),
        ParallelNode parallel => Join(parallel.Parts.Select(part => Walk(part, after, suffix)), after),
        ChoiceNode choice => Choose(choice, after, suffix),
        EachNode each => Each(each, after, suffix),
        _ => throw new InvalidOperationException($"Unknown plan node {node.GetType().Name}."),
    };

    private ImmutableArray<string> Step(StepRule rule, ImmutableArray<string> after, string suffix)
    {
        if (rule.When is not null && !Ask(rule.When))
        {
            return after;
        }

        if (steps.Count == MostSteps)
        {
            tooLong = true;
            return after;
        }

        steps.Add(new PlannedStep(rule.Id + suffix, rule.Id, rule.Role, AgencyOf(rule.Function), rule.Days, after));
        return [rule.Id + suffix];
    }

    private ImmutableArray<string> Sequence(ImmutableArray<PlanNode> parts, ImmutableArray<string> after, string suffix)
    {
        foreach (var part in parts)
        {
            after = Walk(part, after, suffix);
        }

        return after;
    }

    private ImmutableArray<string> Choose(ChoiceNode choice, ImmutableArray<string> after, string suffix)
    {
        foreach (var branch in choice.Branches)
        {
            if (branch.When is null || Ask(branch.When))
            {
                return Walk(branch.Part, after, suffix);
            }
        }

        return after;
    }

    private ImmutableArray<string> Each(EachNode each, ImmutableArray<string> after, string suffix)
    {
        var count = Count(each.Over);
        tooLong |= count > each.AtMost;
        if (tooLong)
        {
            return after;
        }

        return each.InTurn
            ? Enumerable.Range(1, count).Aggregate(after, (before, i) => Walk(each.Part, before, $"{suffix}-{i}"))
            : Join(Enumerable.Range(1, count).Select(i => Walk(each.Part, after, $"{suffix}-{i}")), after);
    }

    private static ImmutableArray<string> Join(IEnumerable<ImmutableArray<string>> ends, ImmutableArray<string> after)
    {
        ImmutableArray<string> all = [.. ends.SelectMany(end => end).Distinct(StringComparer.Ordinal)];
        return all.IsEmpty ? after : all;
    }
}
