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

    // Standing for a firm one sees the firm's; else one's own.
    private static async Task<IResult> ListAsync(
        Caller caller, AuthorizationIndex index, Store store, People people, PersonalData data)
    {
        var answers = ImmutableArray.CreateBuilder<AuthorizationAnswer>();
        foreach (var key in index.Of(caller.Actor.Subject).Reverse().Take(200))
        {
            if (!(await store.LoadAsync<Authorization>(key)).TryGet(out var loaded, out var refusal))
            {
                return refusal.ToResult();
            }

            answers.Add(await AuthorizationAnswer.OfAsync(loaded.State, people, data));
        }

        return Results.Ok(answers.ToImmutable());
    }

    private static async Task<IResult> GrantAsync(
        Caller caller, GrantBody body, Desk desk, People people, PersonalData data, CancellationToken ct)
    {
        if (!(await AgentAsync(body, people, data)).TryGet(out var agent, out var refusal))
        {
            return refusal.ToResult();
        }

        var actor = caller.Actor;
        var request = new GrantAuthorization(
            actor.Kind == ActorKind.Officer ? body.Principal ?? "" : actor.Subject,
            agent,
            body.Items ?? [],
            body.Procedures ?? [],
            body.From,
            body.To,
            body.Evidence,
            People.Key(actor.Authorization, Authorization.Family));
        var granted = await desk.RunAsync<GrantAuthorization, Authorization>(
            Secrets.IdOf(actor.Id, caller.CommandId), request, actor, caller.CommandId, ct);
        if (!granted.TryGet(out var done, out refusal))
        {
            return refusal.ToResult();
        }

        var answer = await AuthorizationAnswer.OfAsync(done.State, people, data);
        return Results.Created($"/api/v1/authorizations/{answer.Key}", answer);
    }

    private static async Task<IResult> RevokeAsync(
        Caller caller, string key, Desk desk, People people, PersonalData data, CancellationToken ct)
    {
        var resting = People.Key(caller.Actor.Authorization, Authorization.Family);
        var revoked = await desk.RunAsync<RevokeAuthorization, Authorization>(
            key, new(resting), caller.Actor, caller.CommandId, ct);
        return revoked.TryGet(out var done, out var refusal)
            ? Results.Ok(await AuthorizationAnswer.OfAsync(done.State, people, data))
            : refusal.ToResult();
    }

    // Number and name must both fit, and both misses answer alike: nobody learns from here who is registered.
    private static async Task<Outcome<string>> AgentAsync(GrantBody body, People people, PersonalData data)
    {
        var unknown =
            RegistryRefusals.NotFound("authorization.agent_unknown", "Nobody is registered with this number and name.");
        if (!(await people.FindAsync(body.Agent.Scheme, body.Agent.Number)).TryGet(out var id, out var refusal))
        {
            return refusal;
        }

        if (id is null || !(await people.PersonAsync(id)).TryGet(out var person, out _))
        {
            return unknown;
        }

        return data.IsSame(person.Name!, body.AgentName) ? People.Key(id, Person.Family)! : unknown;
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
/// <param name="Principal">For officers: the ward, <c>person/…</c>.</param>
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
    public static async Task<AuthorizationAnswer> OfAsync(Authorization given, People people, PersonalData data) => new(
        People.Key(given.Id, Authorization.Family)!,
        given.Principal,
        await NameAsync(given.Principal, people, data),
        given.Agent,
        await NameAsync(given.Agent, people, data),
        given.Basis,
        given.Items,
        given.Procedures,
        given.From,
        given.To,
        given.RevokedAt);

    private static async Task<string> NameAsync(string? party, People people, PersonalData data)
    {
        if (People.Key(party, Firm.Family) is not null)
        {
            return (await people.FirmAsync(party!)).TryGet(out var firm, out _) ? firm.Name! : "";
        }

        return (await people.PersonAsync(party ?? "")).TryGet(out var person, out _)
            ? data.Masked(MaskKind.Name, person.Name)
            : "";
    }
}
