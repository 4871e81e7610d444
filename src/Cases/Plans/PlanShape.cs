using System.Collections.Immutable;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>How a pack writes a plan: a list is a sequence; other parts are told apart by their key.</summary>
public static class PlanShape
{
    /// <summary>Most parts of one list.</summary>
    public const int MostParts = 60;

    /// <summary>A plan.</summary>
    public static Shape<PlanNode> Plan { get; } = Shapes.Lazy("plan", () => Sequence!);

    private static Shape<PlanNode> Sequence { get; } =
        Shapes.List(Shapes.Lazy("plan-part", () => Part!), MostParts)
            .To<ImmutableArray<PlanNode>, PlanNode>(parts => new SequenceNode(parts));

    private static Shape<PlanNode> Step { get; } = Shapes.Map<PlanNode>(fields => new StepNode(new StepRule(
        fields.Required("step", Shapes.Id),
        fields.Required("name", Shapes.Localized(100)),
        fields.Required("role", Shapes.Ref("role")),
        fields.Optional("function", Shapes.Ref("function")),
        fields.Required("days", Shapes.Decimal(0, 200).About("Working days planned.")),
        fields.Optional("when", Shapes.Cel()))));

    private static Shape<PlanNode> Parallel { get; } = Shapes.Map<PlanNode>(fields => new ParallelNode(
        fields.Required("parallel", Shapes.List(Shapes.Lazy("plan-part", () => Part!), MostParts, min: 2))));

    private static Shape<PlanBranch> Branch { get; } = Shapes.Map(fields =>
    {
        var when = fields.Optional("when", Shapes.Cel());
        var otherwise = fields.Optional("otherwise", Shapes.Bool, otherwise: false);
        if (when is null != otherwise)
        {
            fields.Fault("when", "plan.branch", "A branch has either a condition or \"otherwise: true\".");
        }

        return new PlanBranch(when, fields.Required("do", Shapes.Lazy("plan", () => Sequence!)));
    });

    private static Shape<PlanNode> Choice { get; } = Shapes.Map<PlanNode>(fields => new ChoiceNode(
        fields.Required("choice", Shapes.List(Branch, 20, min: 1))));

    private static Shape<PlanNode> Each { get; } = Shapes.Map<PlanNode>(fields => fields.Required(
        "each",
        Shapes.Map(inner => new EachNode(
            inner.Required("over", Shapes.Cel().About("CEL giving a list.")),
            inner.Required("at-most", Shapes.Int(1, 50)),
            inner.Required("do", Shapes.Lazy("plan", () => Sequence!)))
        {
            InTurn = inner.Optional(
                "in-turn",
                Shapes.Bool.About("Whether the entries are worked one after another; else all at once."),
                otherwise: false),
        })));

    private static Shape<PlanNode> Part { get; } = Shapes.Variant<PlanNode>(
        new("step", Step), new("parallel", Parallel), new("choice", Choice), new("each", Each));
}
