using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Records that a person may act for another: granted by the principal, by whoever acts for a firm in everything, or
/// for a
/// ward by an officer who has seen the papers. The stream's key is a new id.
/// </summary>
/// <param name="Principal">For whom: <c>person/…</c> or <c>firm/…</c>.</param>
/// <param name="Agent">Who may act, the key of a registered person without its family.</param>
/// <param name="Items">Service items, at most 50; none with no procedures means everything.</param>
/// <param name="Procedures">Procedures, at most 50.</param>
/// <param name="From">First day in force; not before today.</param>
/// <param name="To">First day no longer in force; null without end. A mandate lasts three years at most.</param>
/// <param name="Evidence">For a ward: the papers seen, 4 to 200 characters without personal data.</param>
/// <param name="Resting">
/// The authorisation under which the actor stands for the principal, its key; null when they are the principal.
/// </param>
/// <param name="OfAge">
/// The day a ward comes of age, when their document tells it (Civil Code art. 17, 18): a guardian stands for a minor no
/// longer than that. Null when it is not known or past.
/// </param>
public sealed record GrantAuthorization(
    string Principal,
    string Agent,
    ImmutableArray<string> Items,
    ImmutableArray<string> Procedures,
    LocalDate From,
    LocalDate? To,
    string? Evidence = null,
    string? Resting = null,
    LocalDate? OfAge = null)
    : IDecision<GrantAuthorization, Authorization>, IDeclaresReads<Authorization>
{
    private const int MostScopes = 50;
    private const int LongestYears = 3;

    /// <inheritdoc/>
    public void Declare(Authorization state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add<Person>(Agent);
        if (People.Key(Principal, Person.Family) is { } person)
        {
            list.Add<Person>(person);
        }
        else if (People.Key(Principal, Firm.Family) is { } firm)
        {
            list.Add<Firm>(firm);
        }

        if (Resting is not null)
        {
            list.Add<Authorization>(Resting);
        }
    }

    /// <summary>
    /// Refuses <c>authorization.exists</c>, <c>authorization.principal_unknown</c>, <c>authorization.not_yours</c>,
    /// <c>authorization.answers</c>.
    /// </summary>
    public static Outcome<Decided> Decide(
        Authorization state, Actor actor, Reads reads, GrantAuthorization request, Instant now)
    {
        if (state.Principal is not null)
        {
            return RegistryRefusals.Conflict(
                "authorization.exists", "There is an authorisation under this id already.");
        }

        // Whoever may not grant is not told whether there is such a principal.
        var city = reads.Context<City>();
        var today = city.DayAt(now);
        var area = request.AreaOf(reads);
        if (request.BasisFor(actor, reads, area ?? "", today) is not { } basis)
        {
            return RegistryRefusals.Forbidden(
                "authorization.not_yours",
                "Only the principal, or an officer who saw the papers of a ward, can grant this.");
        }

        if (area is null)
        {
            return RegistryRefusals.NotFound("authorization.principal_unknown", "There is no such person or firm.");
        }

        return request.Check(reads, basis, today) is { Count: > 0 } faults
            ? RegistryRefusals.Invalid("authorization.answers", "The authorisation cannot be granted as given.", faults)
            : Decided.With(new AuthorizationGranted(
                request.Principal, $"person/{request.Agent}", basis, request.Items, request.Procedures,
                request.From, request.LastFor(basis, today), actor.Id, request.Evidence)).Reply(state.Id);
    }

    // Nobody has to think of the birthday: a guardian's authorisation ends with it by itself.
    private LocalDate? LastFor(AuthorizationBasis basis, LocalDate today) =>
        To ?? (basis == AuthorizationBasis.Guardian && OfAge > today ? OfAge : null);

    private string? AreaOf(Reads reads) =>
        People.Key(Principal, Person.Family) is { } person ? reads.Get<Person>(person).Area
        : People.Key(Principal, Firm.Family) is { } firm ? reads.Get<Firm>(firm).Area
        : null;

    private AuthorizationBasis? BasisFor(Actor actor, Reads reads, string area, LocalDate today) => actor.Kind switch
    {
        ActorKind.House => AuthorizationBasis.Guardian,
        ActorKind.Resident when actor.Id == Principal => AuthorizationBasis.Mandate,
        ActorKind.Resident when ActsInEverything(actor, reads, today) => AuthorizationBasis.Mandate,
        ActorKind.Officer when People.Key(Principal, Person.Family) is not null
            && RegisterPerson.MayRegister(actor, reads.Context<City>(), area) => AuthorizationBasis.Guardian,
        _ => null,
    };

    // Only who acts for a firm in everything hands on; a mandate for a person is never handed on.
    private bool ActsInEverything(Actor actor, Reads reads, LocalDate today) =>
        Resting is not null && People.Key(Principal, Firm.Family) is not null
        && reads.Get<Authorization>(Resting) is { CoversAll: true } mine
        && mine.Basis == AuthorizationBasis.LegalRepresentative
        && mine.Agent == actor.Id && mine.Principal == Principal && mine.HoldsOn(today);

    private Faults Check(Reads reads, AuthorizationBasis basis, LocalDate today)
    {
        var agent = reads.Get<Person>(Agent);
        return new Faults()
            .Unless(agent.IsRegistered, "agent", "person.unknown", "There is no such person.")
            .Unless(
                agent.Id != Principal,
                "agent", "authorization.self", "Nobody needs a permission to act for themselves.")
            .Unless(AreIds(Items), "items", "authorization.scope", "At most 50 items, each by its id.")
            .Unless(AreIds(Procedures), "procedures", "authorization.scope", "At most 50 procedures, each by its id.")
            .Unless(From >= today, "from", "authorization.past", "It cannot begin before today.")
            .Unless(To is not { } end || end > From, "to", "authorization.dates", "It ends after it begins.")
            .Unless(
                basis != AuthorizationBasis.Mandate || (To is { } last && last <= From.PlusYears(LongestYears)),
                "to", "authorization.too_long", "A mandate ends within three years.")
            .Unless(
                basis != AuthorizationBasis.Guardian || OfAge is not { } grown || grown <= today
                    || To is null || To <= grown,
                "to", "authorization.of_age", "A guardian stands for a minor until the ward comes of age.")
            .Unless(
                basis != AuthorizationBasis.Guardian || (Evidence?.Length >= 4 && Texts.IsWords(Evidence, 200)),
                "evidence", "authorization.evidence", "Say in 4 to 200 characters which papers you have seen.");
    }

    private static bool AreIds(ImmutableArray<string> ids) =>
        !ids.IsDefault && ids.Length <= MostScopes && ids.All(Texts.IsId);
}
