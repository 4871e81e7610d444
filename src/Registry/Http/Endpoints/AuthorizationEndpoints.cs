using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Registry.Http;

/// <summary>Who may act for whom: listed, granted, revoked.</summary>
internal static class AuthorizationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/authorizations").WithTags("authorizations").Refuses(401, 403);
        group.MapGet("", ListAsync).Admits(Access.Resident).WithName("Authorizations")
            .Produces<ImmutableArray<AuthorizationAnswer>>();
        group.MapPost("", GrantAsync).Admits(Access.Resident | Access.Officer()).WithName("GrantAuthorization")
            .Produces<AuthorizationAnswer>(201).Refuses(404, 409, 422);
        group.MapDelete("/{key}", RevokeAsync).Admits(Access.Resident | Access.Officer())
            .WithName("RevokeAuthorization").Produces<AuthorizationAnswer>().Refuses(404, 409);
    }

    // Standing for another in everything one sees theirs; in single matters, what was given to oneself.
    private static async Task<IResult> ListAsync(
        Caller caller, AuthorizationIndex index, Store store, Naming naming)
    {
        var answers = ImmutableArray.CreateBuilder<AuthorizationAnswer>();
        foreach (var key in index.Of(caller.Actor.Subject).Reverse().Take(200))
        {
            if (!(await store.LoadAsync<Authorization>(key)).TryGet(out var loaded, out var refusal))
            {
                return refusal.ToResult();
            }

            if (loaded.State.MayBeSeenBy(caller.Actor))
            {
                answers.Add(await AuthorizationAnswer.OfAsync(loaded.State, naming));
            }
        }

        return Results.Ok(answers.ToImmutable());
    }

    private static async Task<IResult> GrantAsync(
        Caller caller, GrantBody body, Desk desk, Mandates mandates, Naming naming, CancellationToken ct)
    {
        var known = await mandates.AgentAsync(body.Agent.Scheme, body.Agent.Number, body.AgentName);
        if (!known.TryGet(out var agent, out var refusal))
        {
            return refusal.ToResult();
        }

        var actor = caller.Actor;
        var request = new GrantAuthorization(
            body.Principal ?? (actor.Kind == ActorKind.Officer ? "" : actor.Subject),
            agent,
            body.Items ?? [],
            body.Procedures ?? [],
            body.From,
            body.To,
            body.Evidence,
            People.Key(actor.Authorization, Authorization.Family),
            actor.Kind == ActorKind.Officer ? await mandates.OfAgeAsync(body.Principal) : null);
        var granted = await desk.RunAsync<GrantAuthorization, Authorization>(
            Secrets.IdOf(actor.Id, caller.CommandId), request, actor, caller.CommandId, ct);
        if (!granted.TryGet(out var done, out refusal))
        {
            return refusal.ToResult();
        }

        var answer = await AuthorizationAnswer.OfAsync(done.State, naming);
        return Results.Created($"/api/v1/authorizations/{answer.Key}", answer);
    }

    private static async Task<IResult> RevokeAsync(
        Caller caller, string key, Desk desk, Naming naming, CancellationToken ct)
    {
        var resting = People.Key(caller.Actor.Authorization, Authorization.Family);
        var revoked = await desk.RunAsync<RevokeAuthorization, Authorization>(
            key, new(resting), caller.Actor, caller.CommandId, ct);
        return revoked.TryGet(out var done, out var refusal)
            ? Results.Ok(await AuthorizationAnswer.OfAsync(done.State, naming))
            : refusal.ToResult();
    }
}

/// <summary>An authorisation to grant. Who is signed in grants for themselves, or for the firm they stand
/// for.</summary>
/// <param name="Agent">The agent's document.</param>
/// <param name="AgentName">The agent's name; it must fit the document.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">First day no longer in force.</param>
/// <param name="Items">Service items; none with no procedures means everything.</param>
/// <param name="Procedures">Procedures.</param>
/// <param name="Principal">For officers: the ward, <c>person/…</c>. For others it may be left out.</param>
/// <param name="Evidence">For officers: the papers seen.</param>
internal sealed record GrantBody(
    NumberBody Agent,
    string AgentName,
    LocalDate From,
    LocalDate? To = null,
    ImmutableArray<string>? Items = null,
    ImmutableArray<string>? Procedures = null,
    string? Principal = null,
    string? Evidence = null);

/// <summary>An authorisation as principal and agent see it: names masked, a firm's in full.</summary>
internal sealed record AuthorizationAnswer(
    string Key,
    string? Principal,
    string PrincipalName,
    string? Agent,
    string AgentName,
    AuthorizationBasis Basis,
    ImmutableArray<string> Items,
    ImmutableArray<string> Procedures,
    LocalDate From,
    LocalDate? To,
    Instant? RevokedAt)
{
    public static async Task<AuthorizationAnswer> OfAsync(Authorization given, Naming naming) => new(
        People.Key(given.Id, Authorization.Family)!,
        given.Principal,
        await NameAsync(given.Principal, naming),
        given.Agent,
        await NameAsync(given.Agent, naming),
        given.Basis,
        given.Items,
        given.Procedures,
        given.From,
        given.To,
        given.RevokedAt);

    private static async ValueTask<string> NameAsync(string? party, Naming naming) =>
        party is null ? "" : await naming.OfAsync(party) ?? "";
}
