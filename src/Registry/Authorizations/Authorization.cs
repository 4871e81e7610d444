using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Why somebody may act for another.</summary>
public enum AuthorizationBasis
{
    /// <summary>They represent the firm by law.</summary>
    LegalRepresentative,

    /// <summary>They are the guardian of a ward, as an officer has seen from papers.</summary>
    Guardian,

    /// <summary>The principal asked them to.</summary>
    Mandate,
}

/// <summary>
/// A recorded permission of one person to act for a ward, another person or a firm: scoped, dated, revocable. It is
/// read in
/// the same commit as the act that rests on it, so that a revoked one refuses at once.
/// </summary>
/// <param name="Id">Its id: <c>authorization/…</c>.</param>
/// <param name="Principal">For whom: <c>person/…</c> or <c>firm/…</c>; null when there is no such
/// authorisation.</param>
/// <param name="Agent">Who may act: <c>person/…</c>.</param>
/// <param name="Basis">Why.</param>
/// <param name="Items">Service items it covers; none with no procedures means everything.</param>
/// <param name="Procedures">Procedures it covers.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force; null without end.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
public sealed record Authorization(
    string Id,
    string? Principal,
    string? Agent,
    AuthorizationBasis Basis,
    ImmutableArray<string> Items,
    ImmutableArray<string> Procedures,
    LocalDate From,
    LocalDate? To,
    Instant? RevokedAt) : IState<Authorization>
{
    /// <inheritdoc/>
    public static string Family => "authorization";

    private const string ItemPrefix = "item/";

    /// <summary>Whether it covers everything.</summary>
    internal bool CoversAll => Items.IsEmpty && Procedures.IsEmpty;

    string? IState<Authorization>.Shelf => null;

    /// <inheritdoc/>
    public static Authorization Start(string key) =>
        new($"authorization/{key}", null, null, AuthorizationBasis.Mandate, [], [], default, null, null);

    /// <inheritdoc/>
    public Authorization Apply(IFact fact, Stamp stamp) => fact switch
    {
        AuthorizationGranted one => this with
        {
            Principal = one.Principal, Agent = one.Agent, Basis = one.Basis, Items = one.Items,
            Procedures = one.Procedures, From = one.From, To = one.To,
        },
        AuthorizationRevoked => this with { RevokedAt = stamp.At },
        _ => this,
    };

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(LocalDate day) =>
        Principal is not null && RevokedAt is null && day >= From && (To is not { } end || day < end);

    /// <summary>
    /// Whether one of its sides may see it as an actor: whoever stands for that side in single matters only sees what
    /// was given to themselves.
    /// </summary>
    internal bool MayBeSeenBy(Actor actor) => actor.CoversAll || Agent == actor.Id;

    /// <summary>The agent as they stand for the principal, within what it covers.</summary>
    internal Actor Lend(Actor agent) => agent with
    {
        OnBehalfOf = Principal,
        Authorization = Id,
        OnlySubjects = CoversAll ? null : [.. Items.Select(item => ItemPrefix + item)],
        OnlyProcedures = CoversAll ? null : Procedures,
    };

    /// <summary>Whether it allows what an actor does who stands on it, on a day: given by this principal to this agent,
    /// in
    /// force, and reaching the matter.</summary>
    /// <param name="actor">Who stands on it.</param>
    /// <param name="subject">What the matter is about, <c>kind/id</c>.</param>
    /// <param name="procedure">The procedure that conducts it.</param>
    /// <param name="day">The day.</param>
    public bool Carries(Actor actor, string subject, string procedure, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return HoldsOn(day) && Agent == actor.Id && Principal == actor.OnBehalfOf
            && Lend(actor).Covers(subject, procedure);
    }

    /// <summary>The key of the authorisation an actor stands on; null when they stand on none.</summary>
    public static string? KeyOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return People.Key(actor.Authorization, Family);
    }

    /// <summary>Whether it covers a service item, or a matter of a procedure that is no item.</summary>
    /// <param name="item">The item's id; null when the matter is no item.</param>
    /// <param name="procedure">The procedure's id.</param>
    public bool Covers(string? item, string? procedure) => CoversAll
        || (item is not null && Items.Contains(item, StringComparer.Ordinal))
        || (procedure is not null && Procedures.Contains(procedure, StringComparer.Ordinal));
}

/// <summary>Somebody was given the right to act for another.</summary>
/// <param name="Principal">For whom.</param>
/// <param name="Agent">Who.</param>
/// <param name="Basis">Why.</param>
/// <param name="Items">Items covered.</param>
/// <param name="Procedures">Procedures covered.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Evidence">The papers an officer saw; null when the principal granted it themselves.</param>
public sealed record AuthorizationGranted(
    string Principal,
    string Agent,
    AuthorizationBasis Basis,
    ImmutableArray<string> Items,
    ImmutableArray<string> Procedures,
    LocalDate From,
    LocalDate? To,
    string RecordedBy,
    string? Evidence) : IFact;

/// <summary>The right was taken back or laid down.</summary>
/// <param name="By">By whom.</param>
public sealed record AuthorizationRevoked(string By) : IFact;
