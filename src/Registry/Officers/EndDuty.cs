using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Ends a duty: from the day given it is no longer held. Today means at once.</summary>
/// <param name="No">The number of the duty.</param>
/// <param name="To">First day no longer in force; not before today.</param>
public sealed record EndDuty(int No, LocalDate To) : IDecision<EndDuty, Officer>, IDeclaresReads<Officer>
{
    /// <inheritdoc/>
    public void Declare(Officer state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(list);
        if (KindIn(state) is not null)
        {
            list.Add<Administration>(Administration.Key, mayWrite: true);
        }
    }

    /// <summary>
    /// Refuses <c>duty.not_yours</c>, <c>duty.own</c>, <c>duty.unknown</c>, <c>duty.past</c>, <c>duty.ended</c>,
    /// <c>duty.last_security</c>.
    /// </summary>
    public static Outcome<Decided> Decide(Officer state, Actor actor, Reads reads, EndDuty request, Instant now)
    {
        if (!actor.Administers(AdministratorKind.Security))
        {
            return RegistryRefusals.Forbidden("duty.not_yours", "Only the security administrator ends duties.");
        }

        if (actor.Id == state.Id)
        {
            return RegistryRefusals.Forbidden("duty.own", "Nobody ends a duty of their own.");
        }

        if (state.Duties.FirstOrDefault(duty => duty.No == request.No) is not { } duty)
        {
            return RegistryRefusals.NotFound("duty.unknown", "The officer has no duty with this number.");
        }

        var today = reads.Context<City>().DayAt(now);
        if (request.To < today)
        {
            return RegistryRefusals.Invalid(
                "duty.past", "A duty cannot end before today: what was done under it stands.");
        }

        return duty.To is { } end && end <= request.To
            ? RegistryRefusals.Conflict("duty.ended", "The duty ends earlier already.")
            : request.Becomes(state, reads);
    }

    private Outcome<Decided> Becomes(Officer state, Reads reads)
    {
        var decided = Decided.With(new DutyEnded(No, To));
        if (KindIn(state) is not { } kind)
        {
            return decided;
        }

        var others = reads.Get<Administration>(Administration.Key).Without(state.Id, No);
        return kind == AdministratorKind.Security && !others.HoldsOn(kind, To)
            ? RegistryRefusals.Conflict(
                "duty.last_security", "The last security administrator stays until another is named.")
            : decided.Also<Administration>(Administration.Key, new AdministratorLeft(state.Id, No, To));
    }

    private AdministratorKind? KindIn(Officer state) =>
        state.Duties.FirstOrDefault(duty => duty.No == No) is { } duty ? AdministratorKinds.Of(duty.Role) : null;
}
