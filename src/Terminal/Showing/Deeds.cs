using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Shows the acts somebody may perform now, and no other.</summary>
internal static class Deeds
{
    /// <summary>A link for each allowed act; those that lead onward come first, those that break off stand
    /// apart.</summary>
    public static ImmutableArray<ActLinkView> Of(
        Case state, CaseRules rules, ImmutableArray<AllowedAct> allowed, string front, Visit visit)
    {
        var straight = Stages.Straight(rules.Procedure).Select(stage => stage.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. allowed.Select(one => new ActLinkView(
                Href(front, state, one),
                Name(one, state, rules, visit),
                Primary: one.Step is not null || (one.Act.To is { } to && straight.Contains(to) && !one.Act.BreaksOff),
                Harm: one.Act.BreaksOff || (one.Act.To is { } end && EndsAside(rules.Procedure, end, straight)))),
        ];
    }

    /// <summary>What an act is called: with the step that it ends, when it ends one.</summary>
    public static string Name(AllowedAct one, Case state, CaseRules rules, Visit visit) => one.Step is { } step
        ? visit.Words.Say("event.step", ("act", visit.Say(one.Act.Name)), ("step", Plans.NameOf(step, state, rules,
            visit)))
        : visit.Say(one.Act.Name);

    private static string Href(string front, Case state, AllowedAct one) =>
        $"{front}/{state.Number}/acts/{one.Act.Id}"
        + (one.Step is { } step ? $"?step={Uri.EscapeDataString(step)}" : "");

    private static bool EndsAside(Procedure procedure, string stage, HashSet<string> straight) =>
        stage != Act.Back && procedure.Stage(stage).End is not null && !straight.Contains(stage);
}
