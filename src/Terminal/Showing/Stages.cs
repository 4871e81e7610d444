using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Terminal.Components.Clocks;
using Heluo.Terminal.Speaking;
using Stage = Heluo.Cases.Stage;
using StageView = Heluo.Terminal.Components.Clocks.StageView;

namespace Heluo.Terminal.Showing;

/// <summary>
/// Shows where a case stands on its way. The way is read off the procedure: from each stage its first act that leads
/// onward, so that a procedure need not say twice what its straight way is.
/// </summary>
internal static class Stages
{
    /// <summary>The stages passed, the one the case stands in, and those still to come.</summary>
    public static ImmutableArray<StageView> Of(
        Case state, Procedure procedure, ImmutableArray<TimelineEntry> history, Visit visit)
    {
        var straight = Straight(procedure);
        var at = straight.FindIndex(stage => stage.Id == state.Stage);
        var passed = at >= 0 ? at : straight.FindIndex(stage => stage.Id == state.Before) + 1;
        var here = procedure.Stage(state.Stage);
        var ahead = state.End is not null ? [] : straight.Skip(at >= 0 ? at + 1 : passed);
        return
        [
            .. straight.Take(passed).Select(stage => new StageView(
                visit.Say(stage.Name), StageState.Done, Entered(stage, procedure, history, visit))),
            new(visit.Say(here.Name), state.End is null ? StageState.Here : StageState.Done,
                state.End is null ? null : Entered(here, procedure, history, visit)),
            .. ahead.Select(stage => new StageView(visit.Say(stage.Name), StageState.Ahead)),
        ];
    }

    /// <summary>The straight way of a procedure from its start to an end.</summary>
    public static List<Stage> Straight(Procedure procedure)
    {
        var way = new List<Stage> { procedure.Stage(procedure.Start) };
        while (way.Count < procedure.Stages.Length && Next(procedure, way[^1]) is { } next && !way.Contains(next))
        {
            way.Add(next);
        }

        return way;
    }

    private static Stage? Next(Procedure procedure, Stage stage)
    {
        if (stage.Then is { } then)
        {
            return procedure.Stage(then);
        }

        var at = procedure.Stages.IndexOf(stage);
        return procedure.Acts
            .Where(act => !act.BreaksOff && act.From.Contains(stage.Id) && act.To is not null and not Act.Back)
            .Select(act => procedure.Stage(act.To!))
            .FirstOrDefault(target => procedure.Stages.IndexOf(target) > at);
    }

    private static string? Entered(
        Stage stage, Procedure procedure, ImmutableArray<TimelineEntry> history, Visit visit) =>
        history.LastOrDefault(entry => (entry.Stage ?? (entry.What == "open" ? procedure.Start : null)) == stage.Id)
            is { } entry
            ? visit.Words.MonthDay(visit.Local(entry.At).Date)
            : null;
}
