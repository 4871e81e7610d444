using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>An authorisation as principal and agent see it: persons masked, firms in full.</summary>
/// <param name="Key">Its key, by which it is chosen and revoked.</param>
/// <param name="Given">The authorisation.</param>
/// <param name="PrincipalName">For whom.</param>
/// <param name="AgentName">Who may act.</param>
/// <param name="Holds">Whether it is in force today.</param>
public sealed record Mandate(string Key, Authorization Given, string PrincipalName, string AgentName, bool Holds);

/// <summary>Who may act for whom, for rooms that draw it: list, grant, revoke.</summary>
/// <param name="desk">Where it is written down.</param>
/// <param name="store">Where authorisations are.</param>
/// <param name="index">Which concern whom.</param>
/// <param name="people">Finds agents.</param>
/// <param name="data">Compares names without telling them.</param>
/// <param name="naming">Names the two.</param>
/// <param name="city">The calendar day.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class Mandates(
    Desk desk, Store store, AuthorizationIndex index, People people, PersonalData data, Naming naming, City city,
    TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>
    /// Authorisations in which whoever the actor stands for is principal or agent and that were not revoked, newest
    /// first, at most 100; of them only what the actor may know of.
    /// </summary>
    public async Task<ImmutableArray<Mandate>> OfAsync(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = city.DayAt(clock.Now());
        var found = ImmutableArray.CreateBuilder<Mandate>();
        foreach (var key in index.Of(actor.Subject).Reverse().Take(Most))
        {
            if ((await store.LoadAsync<Authorization>(key)).TryGet(out var loaded, out _)
                && loaded.State is { Principal: { } principal, Agent: { } agent, RevokedAt: null } given
                && given.MayBeSeenBy(actor))
            {
                found.Add(new(
                    key,
                    given,
                    await naming.OfAsync(principal) ?? principal,
                    await naming.OfAsync(agent) ?? agent,
                    given.HoldsOn(today)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>
    /// Lets somebody act for the actor, or for the firm they stand for. Refuses <c>authorization.agent_unknown</c> and
    /// as <see cref="GrantAuthorization.Decide"/> does.
    /// </summary>
    /// <param name="actor">Who grants.</param>
    /// <param name="scheme">The sort of the agent's document.</param>
    /// <param name="number">Its number.</param>
    /// <param name="name">The agent's name.</param>
    /// <param name="items">Service items it covers; none means everything.</param>
    /// <param name="to">First day no longer in force.</param>
    /// <param name="command">The command's id.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<Refusal?> GrantAsync(
        Actor actor, IdentityScheme scheme, string number, string name, ImmutableArray<string> items, LocalDate to,
        string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await AgentAsync(scheme, number, name)).TryGet(out var agent, out var refusal))
        {
            return refusal;
        }

        var request = new GrantAuthorization(
            actor.Subject, agent, items, [], city.DayAt(clock.Now()), to,
            Resting: People.Key(actor.Authorization, Authorization.Family));
        return (await desk.RunAsync<GrantAuthorization, Authorization>(
            Secrets.IdOf(actor.Id, command), request, actor, command, ct)).Refusal;
    }

    /// <summary>Takes one back, or lays it down. Refuses as <see cref="RevokeAuthorization.Decide"/> does.</summary>
    public async Task<Refusal?> RevokeAsync(Actor actor, string key, string command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (await desk.RunAsync<RevokeAuthorization, Authorization>(
            key, new(People.Key(actor.Authorization, Authorization.Family)), actor, command, ct)).Refusal;
    }

    /// <summary>The key of the authorisation by which somebody represents a firm by law; null: nobody does.</summary>
    internal async Task<string?> RepresentingAsync(string firm)
    {
        foreach (var key in index.Of(firm).Reverse())
        {
            if ((await store.LoadAsync<Authorization>(key)).TryGet(out var loaded, out _)
                && loaded.State is { Basis: AuthorizationBasis.LegalRepresentative, RevokedAt: null } given
                && given.Principal == firm)
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>The day a ward comes of age; null: there is no such person, or their document does not tell.</summary>
    internal async Task<LocalDate?> OfAgeAsync(string? ward) =>
        ward is not null && (await people.PersonAsync(ward)).TryGet(out var person, out _) ? data.OfAge(person) : null;

    /// <summary>
    /// The key of the person with a document's number and a name. Both must fit and both misses answer alike, so that
    /// nobody learns from here who is registered. Refuses <c>authorization.agent_unknown</c> and what
    /// <see cref="People.FindAsync"/> refuses.
    /// </summary>
    internal async Task<Outcome<string>> AgentAsync(IdentityScheme scheme, string number, string name)
    {
        var unknown = RegistryRefusals.NotFound(
            "authorization.agent_unknown", "Nobody is registered with this number and name.");
        if (!(await people.FindAsync(scheme, number)).TryGet(out var id, out var refusal) && refusal is not null)
        {
            return refusal;
        }

        return id is not null && (await people.PersonAsync(id)).TryGet(out var agent, out _)
            && data.IsSame(agent.Name!, name)
                ? People.Key(id, Person.Family)!
                : unknown;
    }
}
