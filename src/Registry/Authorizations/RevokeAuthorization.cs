using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Takes an authorisation back, or lays it down. It holds no longer from that moment, in every open
/// session.</summary>
/// <param name="Resting">
/// The authorisation under which the actor stands for the firm, its key; null when they are principal or agent.
/// </param>
public sealed record RevokeAuthorization(string? Resting = null)
    : IDecision<RevokeAuthorization, Authorization>, IDeclaresReads<Authorization>
{
    /// <inheritdoc/>
    public void Declare(Authorization state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(list);
        if (Resting is not null)
        {
            list.Add<Authorization>(Resting);
        }

        if (People.Key(state.Principal, Person.Family) is { } person)
        {
            list.Add<Person>(person);
        }
    }

    /// <summary>
    /// Refuses <c>authorization.unknown</c> (also to whom it does not concern) and <c>authorization.revoked</c>.
    /// </summary>
    public static Outcome<Decided> Decide(
        Authorization state, Actor actor, Reads reads, RevokeAuthorization request, Instant now)
    {
        if (state.Principal is null || !request.Concerns(state, actor, reads, now))
        {
            return RegistryRefusals.NotFound("authorization.unknown", "There is no such authorisation.");
        }

        return state.RevokedAt is null
            ? Decided.With(new AuthorizationRevoked(actor.Id))
            : RegistryRefusals.Conflict("authorization.revoked", "The authorisation was revoked already.");
    }

    private bool Concerns(Authorization state, Actor actor, Reads reads, Instant now) => actor.Kind switch
    {
        ActorKind.House => true,
        ActorKind.Resident =>
            actor.Id == state.Principal || actor.Id == state.Agent || StandsForFirm(state, actor, reads, now),
        ActorKind.Officer => state.Basis == AuthorizationBasis.Guardian
            && People.Key(state.Principal, Person.Family) is { } ward
            && RegisterPerson.MayRegister(actor, reads.Context<City>(), reads.Get<Person>(ward).Area ?? ""),
        _ => false,
    };

    // The representative's own authorisation ends with the office, not by the word of another agent.
    private bool StandsForFirm(Authorization state, Actor actor, Reads reads, Instant now) =>
        Resting is not null && state.Basis != AuthorizationBasis.LegalRepresentative
        && reads.Get<Authorization>(Resting) is { Basis: AuthorizationBasis.LegalRepresentative } mine
        && mine.Agent == actor.Id && mine.Principal == state.Principal
        && mine.HoldsOn(reads.Context<City>().DayAt(now));
}
