using System.Collections.Immutable;
using Heluo.Cases;

namespace Heluo.Services;

/// <summary>What the form of an item says of the lists that its plan goes through.</summary>
internal static class PlanLists
{
    private const string Answers = "answers.";

    /// <summary>The plan, each list with the fewest entries its form admits: one when the question behind it demands an
    /// answer wherever the list is gone through, else none.</summary>
    public static PlanNode Bounded(PlanNode plan, ImmutableArray<Field> form, string? under = null) => plan switch
    {
        SequenceNode all => new SequenceNode([.. all.Parts.Select(part => Bounded(part, form, under))]),
        ParallelNode all => new ParallelNode([.. all.Parts.Select(part => Bounded(part, form, under))]),
        ChoiceNode choice => new ChoiceNode([.. choice.Branches.Select(branch =>
            branch with { Part = Bounded(branch.Part, form, branch.When?.Source) })]),
        EachNode each => each with
        {
            AtLeast = IsDemanded(each, form, under) ? 1 : 0,
            Part = Bounded(each.Part, form, under),
        },
        _ => plan,
    };

    private static bool IsDemanded(EachNode each, ImmutableArray<Field> form, string? under) => form.Any(field =>
        each.Over.Source == Answers + field.Name && field.Required
        && field.Type is FieldType.Lines or FieldType.Many
        && (field.When is null || field.When.Source == under));
}
