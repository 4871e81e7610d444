using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>Whether an actor may perform an act on a case as it stands: deny by default.</summary>
internal static class Permit
{
    /// <summary>Why not, in the order a person would ask: whose, when, on what, how often; null: they may.</summary>
    public static Refusal? Refuse(Act act, string? step, Case state, Actor actor, CaseRules rules)
    {
        PlannedStep? open = null;
        if (act.OnStep)
        {
            open = state.Plan.FirstOrDefault(one => one.Id == step && one.IsOpen(state.Plan));
            if (open is null)
            {
                return act.From.Contains(state.Stage) ? Refusals.NoStep(step) : Refusals.NotNow(act, state.Stage);
            }
        }
        else if (step is not null)
        {
            return Refusals.NoStep(step);
        }

        return !IsOpenTo(act, open, state, actor, rules) ? Refusals.NotYours(act)
            : !act.From.Contains(state.Stage) ? Refusals.NotNow(act, state.Stage)
            : act.MostTimes is { } most && state.Count(act.Id) >= most ? Refusals.TooOften(act)
            : null;
    }

    private static bool IsOpenTo(Act act, PlannedStep? step, Case state, Actor actor, CaseRules rules)
    {
        if (step is not null && act.Who.IsEmpty)
        {
            return IsTheirs(step.Role, step.Agency ?? state.Agency, step.Assignee, state, actor);
        }

        foreach (var who in act.Who)
        {
            if (Is(who.Name, step, state, actor, rules) && !who.Not.Any(not => DidLast(not, state, actor)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(string name, PlannedStep? step, Case state, Actor actor, CaseRules rules)
    {
        if (name == Who.House)
        {
            return actor.Kind == ActorKind.House;
        }

        if (rules.Procedure.Parties.Contains(name))
        {
            return state.Parties.TryGetValue(name, out var party)
                && actor.Kind is ActorKind.Resident or ActorKind.Machine
                && party == actor.Subject;
        }

        return IsTheirs(
            name, step?.Agency ?? state.Agency, step is null ? state.Assignee : step.Assignee, state, actor);
    }

    // The desk of a stage may be everybody's; a case in the hands of one officer is theirs until handed on.
    private static bool IsTheirs(string role, string agency, string? assignee, Case state, Actor actor) =>
        actor.Kind == ActorKind.Officer
        && actor.Holds(role, agency, state.Area)
        && (assignee is null || assignee == actor.Id);

    private static bool DidLast(string act, Case state, Actor actor) =>
        state.Acts.TryGetValue(act, out var done) && done.By == actor.Id;
}
