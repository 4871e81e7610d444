using System.Collections.Immutable;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>How a pack writes a procedure (folder <c>procedures/</c>).</summary>
public static class ProcedureKind
{
    private static Shape<ClockRule> Clock { get; } = Shapes.Map(fields =>
    {
        var rule = new ClockRule(
            fields.Required("clock", Shapes.Id),
            fields.Required("name", Shapes.Localized(60)),
            fields.Optional("limit", Shapes.Limit),
            fields.Optional("param", Shapes.Id.About("The param of the case that holds the limit.")),
            fields.Optional("basis", Shapes.Article),
            fields.Optional("warn", Shapes.Limit.About("How long before the due moment the light turns yellow.")));
        fields.Optional("demo", Shapes.Bool.About("The limit is ours, from no source."), otherwise: false);
        if (rule.Limit is null == rule.Param is null)
        {
            fields.Fault("limit", "procedure.clock_limit", "A clock has either a limit or a param that gives it.");
        }

        return rule;
    });

    private static Shape<Stage> Stage { get; } = Shapes.Map(fields =>
    {
        var stage = new Stage(
            fields.Required("stage", Shapes.Id),
            fields.Required("name", Shapes.Localized(60)),
            fields.Optional("desk", Shapes.Id.About("The role or party whose turn it is.")),
            fields.Optional("light", Shapes.Id.About("The clock that colours it.")),
            fields.Optional("plan", Shapes.Bool, otherwise: false),
            fields.Optional("then", Shapes.Id.About("The stage after the plan.")),
            fields.Optional("days", Shapes.Decimal(0, 400), otherwise: 0m),
            fields.Optional("end", Shapes.Id.About("How a case that reaches it has ended.")));
        if (stage.Plan != stage.Then is not null)
        {
            fields.Fault(
                "then", "procedure.plan_then", "A stage with a plan names the stage after it, and no other does.");
        }

        if (stage is { Plan: false, End: null, Desk: null })
        {
            fields.Fault(
                "desk", "procedure.no_desk", "A stage in which no plan is worked and nothing ends needs a desk.");
        }

        return stage;
    });

    private static Shape<NumberRule> Number { get; } = Shapes.Map(fields =>
    {
        var scheme = fields.Required("scheme", Shapes.Word("service", "prefix"));
        var prefix = fields.Optional("prefix", Shapes.Text(8, "^[A-Z]{2,8}$", "two to eight capital letters"));
        if ((scheme == "prefix") != prefix is not null)
        {
            fields.Fault(
                "prefix", "procedure.number",
                "The scheme \"prefix\" needs a prefix, and the scheme \"service\" has none.");
        }

        return new NumberRule(prefix);
    });

    private static Shape<TimerRule> Timer { get; } = Shapes.Map(fields => new TimerRule(
        fields.Required("clock", Shapes.Id),
        fields.Required("act", Shapes.Id),
        fields.Optional("when", Shapes.Word("due", "pause-over").About(
            "The moment: the clock runs out (due, the default), or its pause reaches its cap.")) == "pause-over"));

    /// <summary>The kind, with every check of a sound procedure.</summary>
    public static PackKind<Dated<Procedure>> Kind { get; } =
        DatedKind.Of("procedure", "procedures", Read).Checked(ProcedureCheck.Run);

    private static Procedure Read(MapFields fields) => new()
    {
        Id = fields.Id,
        Version = fields.Version,
        Name = fields.Required("name", Shapes.Localized(60)),
        Number = fields.Required("number", Number),
        Parties = fields.Required("parties", Shapes.List(Shapes.Id, 10, min: 1, by: party => party)),
        Params = fields.Many("params", Shapes.Id, 20, name => name),
        Start = fields.Required("start", Shapes.Id),
        Clocks = fields.Many("clocks", Clock, 30, clock => clock.Id).ToImmutableDictionary(clock => clock.Id),
        Stages = fields.Required("stages", Shapes.List(Stage, 60, min: 2, by: stage => stage.Id)),
        Opens = fields.Optional("opens", Shapes.Map(EffectsShape.Read)) ?? Effects.None,
        Acts = fields.Required("acts", Shapes.List(ActShape.Act, 100, min: 1, by: act => act.Id)),
        Timers = fields.Many("timers", Timer, 30, timer => timer.AtCap ? timer.Clock + " pause-over" : timer.Clock),
    };
}
