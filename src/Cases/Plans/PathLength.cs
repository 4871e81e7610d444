using System.Collections.Immutable;

namespace Heluo.Cases;

/// <summary>A way through a plan or a procedure: how many working days, and over which steps.</summary>
/// <param name="Days">Working days planned in all.</param>
/// <param name="Over">Ids of the steps and stages on the way, in order.</param>
public sealed record PathLength(decimal Days, ImmutableArray<string> Over)
{
    /// <summary>The way that does nothing.</summary>
    public static PathLength None { get; } = new(0, []);

    /// <summary>This way, then the next.</summary>
    public PathLength Then(PathLength next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new(Days + next.Days, Over.AddRange(next.Over));
    }

    /// <summary>The shortest way through a plan: conditional steps are left out, the shortest branch is taken, a list
    /// has as few entries as its form admits.</summary>
    public static PathLength Shortest(PlanNode plan) => plan switch
    {
        StepNode { Step.When: not null } => None,
        StepNode step => Of(step),
        SequenceNode all => all.Parts.Select(Shortest).Aggregate(None, (way, next) => way.Then(next)),
        ParallelNode all => Widest(all.Parts.Select(Shortest)),
        ChoiceNode choice => Narrowest(Branches(choice).Select(Shortest)),
        EachNode { AtLeast: 0 } => None,
        EachNode each => Again(Shortest(each.Part), each.InTurn ? each.AtLeast : 1),
        _ => None,
    };

    /// <summary>The longest way through a plan: every conditional step is taken, and the longest branch; a list has as
    /// many entries as it may, which lengthens the way where they are worked in turn.</summary>
    public static PathLength Longest(PlanNode plan) => plan switch
    {
        StepNode step => Of(step),
        SequenceNode all => all.Parts.Select(Longest).Aggregate(None, (way, next) => way.Then(next)),
        ParallelNode all => Widest(all.Parts.Select(Longest)),
        ChoiceNode choice => Widest(Branches(choice).Select(Longest)),
        EachNode each => Again(Longest(each.Part), each.InTurn ? each.AtMost : 1),
        _ => None,
    };

    private static PathLength Of(StepNode node) => new(node.Step.Days, [node.Step.Id]);

    private static PathLength Again(PathLength way, int times) =>
        new(way.Days * times, [.. Enumerable.Repeat(way.Over, times).SelectMany(over => over)]);

    private static PathLength Widest(IEnumerable<PathLength> ways) => ways.DefaultIfEmpty(None).MaxBy(way => way.Days)!;

    private static PathLength Narrowest(IEnumerable<PathLength> ways) =>
        ways.DefaultIfEmpty(None).MinBy(way => way.Days)!;

    private static IEnumerable<PlanNode> Branches(ChoiceNode choice)
    {
        foreach (var branch in choice.Branches)
        {
            yield return branch.Part;
        }

        if (choice.Branches.All(branch => branch.When is not null))
        {
            yield return new SequenceNode([]);
        }
    }
}
