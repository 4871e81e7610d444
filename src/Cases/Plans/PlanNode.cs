using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>
/// The plan of a stage: which steps are done, in which order. Acyclic by construction: it is a tree of sequence,
/// parallel, choice and bounded repetition, so shortest and longest path can always be computed.
/// </summary>
public abstract record PlanNode;

/// <summary>One step, worked by a role of an agency.</summary>
public sealed record StepNode(StepRule Step) : PlanNode;

/// <summary>One after another.</summary>
public sealed record SequenceNode(ImmutableArray<PlanNode> Parts) : PlanNode;

/// <summary>All at once; the next begins when every one has ended.</summary>
public sealed record ParallelNode(ImmutableArray<PlanNode> Parts) : PlanNode;

/// <summary>The first branch whose condition holds; none means nothing is done.</summary>
public sealed record ChoiceNode(ImmutableArray<PlanBranch> Branches) : PlanNode;

/// <summary>The same plan for each of a list: all at once, or one after another.</summary>
/// <param name="Over">CEL giving a list.</param>
/// <param name="AtMost">Upper bound of the list; a longer list is refused.</param>
/// <param name="Part">What is done for each.</param>
public sealed record EachNode(CelText Over, int AtMost, PlanNode Part) : PlanNode
{
    /// <summary>Whether the entries are worked one after another; else all at once.</summary>
    public bool InTurn { get; init; }

    /// <summary>Fewest entries that the form behind the list admits; counted in the shortest way only.</summary>
    public int AtLeast { get; init; }
}

/// <summary>A branch of a choice; without a condition it is the otherwise-branch.</summary>
public sealed record PlanBranch(CelText? When, PlanNode Part);

/// <summary>A step of a plan as the pack writes it.</summary>
/// <param name="Id">Id within the plan.</param>
/// <param name="Name">What is done.</param>
/// <param name="Role">Who does it.</param>
/// <param name="Function">The function of the agency that does it; null: the agency of the case.</param>
/// <param name="Days">Working days planned, counted in the path.</param>
/// <param name="When">CEL over the answers; null: always.</param>
public sealed record StepRule(string Id, Localized Name, string Role, string? Function, decimal Days, CelText? When);
