using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Gives an officer a duty. Administrators stand apart: no officer holds two of their roles, nor one of them beside any
/// other duty (GB/T 22239-2019: separation of system, security and audit administrators).
/// </summary>
/// <param name="Role">The role, one the city has.</param>
/// <param name="Agency">The body; null for a post over all bodies.</param>
/// <param name="Area">The division or management area; null for the whole city.</param>
/// <param name="From">First day in force; not before today.</param>
/// <param name="To">First day no longer in force; null without end.</param>
public sealed record GrantDuty(string Role, string? Agency, string? Area, LocalDate From, LocalDate? To = null)
    : IDecision<GrantDuty, Officer>, IDeclaresReads<Officer>
{
    /// <inheritdoc/>
    public void Declare(Officer state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (AdministratorKinds.Of(Role) is not null)
        {
            list.Add<Administration>(Administration.Key, mayWrite: true);
        }
    }

    /// <summary>
    /// Refuses <c>duty.not_yours</c>, <c>duty.own</c>, <c>officer.unknown</c>, <c>duty.answers</c>,
    /// <c>duty.too_many</c>,
    /// <c>duty.administrator_apart</c>, <c>duty.identity_needed</c>.
    /// </summary>
    public static Outcome<Decided> Decide(Officer state, Actor actor, Reads reads, GrantDuty request, Instant now)
    {
        var city = reads.Context<City>();
        var today = city.DayAt(now);
        var kind = AdministratorKinds.Of(request.Role);
        if (!MayGrant(actor, reads, kind, today))
        {
            return RegistryRefusals.Forbidden("duty.not_yours", "Only the security administrator grants this duty.");
        }

        if (actor.Id == state.Id)
        {
            return RegistryRefusals.Forbidden("duty.own", "Nobody grants a duty to themselves.");
        }

        if (state.Name is null)
        {
            return RegistryRefusals.NotFound("officer.unknown", "There is no such officer.");
        }

        return request.Check(city, kind, actor, today) is { Count: > 0 } faults
            ? RegistryRefusals.Invalid("duty.answers", "The duty cannot be granted as given.", faults)
            : request.RefuseBeside(state, kind, actor, today) is { } refusal
                ? refusal
                : request.Becomes(state, kind, city);
    }

    /// <summary>
    /// The security administrator; and, for the first holder of another administrator's role, the system administrator,
    /// so
    /// that the first of all can call the other two.
    /// </summary>
    private static bool MayGrant(Actor actor, Reads reads, AdministratorKind? kind, LocalDate today) =>
        actor.Administers(AdministratorKind.Security)
        || (actor.Administers(AdministratorKind.System)
            && kind is AdministratorKind.Security or AdministratorKind.Audit
            && !reads.Get<Administration>(Administration.Key).HasFrom(kind.Value, today));

    private Refusal? RefuseBeside(Officer state, AdministratorKind? kind, Actor actor, LocalDate today)
    {
        if (state.Duties.Length >= Officer.MostDuties)
        {
            return RegistryRefusals.Conflict(
                "duty.too_many", "An officer has had 64 duties at most; record a new officer.");
        }

        var others = state.Duties.Any(duty => duty.HoldsFrom(today)) || state.Covers.Any(cover => cover.To > today);
        if (kind is null ? state.AdministersFrom(today) is not null : others)
        {
            return RegistryRefusals.Conflict(
                "duty.administrator_apart",
                "An administrator's duty stands beside no other duty, one of an administrator least.");
        }

        return kind is not null && !state.Identified && actor.Kind != ActorKind.House
            ? RegistryRefusals.Conflict(
                "duty.identity_needed",
                "Record first which natural person this officer is: nobody may be two administrators.")
            : null;
    }

    private Decided Becomes(Officer state, AdministratorKind? kind, City city)
    {
        var duty = new DutyTerm(state.Duties.Length + 1, Role, Agency, Area == city.Root ? null : Area, From, To);
        var decided = Decided.With(new DutyGranted(duty)).Reply(duty.No);
        return kind is { } one
            ? decided.Also<Administration>(Administration.Key, new AdministratorNamed(one, state.Id, duty.No, From, To))
            : decided;
    }

    private Faults Check(City city, AdministratorKind? kind, Actor actor, LocalDate today) => new Faults()
        .Unless(
            kind is not null || city.FindRole(Role) is not null,
            "role", "role.unknown", "The city has no such role.")
        .Unless(
            Agency is null || city.FindAgency(Agency) is not null,
            "agency", "agency.unknown", "The city has no such body.")
        .Unless(Area is null || city.Knows(Area), "area", "area.unknown", "The city has no such division or area.")
        .Unless(
            kind is null || (Agency is null && Area is null),
            "agency", "duty.administrator_everywhere", "An administrator serves the whole city.")
        .Unless(
            From >= today || actor.Kind == ActorKind.House,
            "from", "duty.past", "A duty cannot begin before today.")
        .Unless(To is not { } end || end > From, "to", "duty.dates", "A duty ends after it begins.");
}
