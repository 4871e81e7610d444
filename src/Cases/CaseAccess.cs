using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>Who may know of a case: its parties, and officers whose duty reaches it. To everybody else it does not
/// exist.</summary>
public static class CaseAccess
{
    /// <summary>Whether the actor may read the case. Personal answers stay masked until opened for a purpose.</summary>
    public static bool MayRead(Case state, Actor actor, CaseRules rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(rules);
        return actor.Kind switch
        {
            ActorKind.House => true,
            ActorKind.Resident or ActorKind.Machine =>
                state.Parties.ContainsValue(actor.Subject) && actor.Covers(Name(state.Subject), state.Procedure),
            ActorKind.Officer => Reaches(state, actor, rules),
            _ => false,
        };
    }

    /// <summary>Whether the actor works for the agency that holds the case, or is the house itself: a step of its plan
    /// worked for it elsewhere is not enough.</summary>
    public static bool Holds(Case state, Actor actor, CaseRules rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(rules);
        return actor.Kind == ActorKind.House || (actor.Kind == ActorKind.Officer
            && actor.Duties.Any(duty => rules.Roles.Contains(duty.Role) && duty.Reaches(state.Agency, state.Area)));
    }

    /// <summary>Whether what an actor stands on reaches the case of a row, which is one of the principal's.</summary>
    public static bool Covers(this Actor actor, CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(row);
        return actor.Covers(Name(row.Subject), row.Procedure);
    }

    internal static string Name(SubjectRef subject) => $"{subject.Kind}/{subject.Id}";

    private static bool Reaches(Case state, Actor actor, CaseRules rules)
    {
        foreach (var duty in actor.Duties)
        {
            if (rules.Roles.Contains(duty.Role) && duty.Reaches(state.Agency, state.Area))
            {
                return true;
            }

            foreach (var step in state.Plan)
            {
                if (step.Role == duty.Role && duty.Reaches(step.Agency ?? state.Agency, state.Area))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
