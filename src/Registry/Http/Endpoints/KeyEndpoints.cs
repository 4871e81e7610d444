using System.Collections.Immutable;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Registry.Http;

/// <summary>Keys of machines, for the security administrator.</summary>
internal static class KeyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/keys").WithTags("keys")
            .Admits(Access.Administrator(AdministratorKind.Security)).Refuses(401, 403);
        group.MapGet("", (KeyRoll roll, string? after = null) => roll.Page(after).Select(KeyAnswer.Of))
            .WithName("Keys");
        group.MapPost("", CreateAsync).WithName("CreateKey").Produces<ShownKey>(201).Refuses(409, 422);
        group.MapDelete("/{key}", RevokeAsync).WithName("RevokeKey").Produces<KeyAnswer>().Refuses(404, 409);
    }

    private static async Task<IResult> CreateAsync(Caller caller, KeyBody body, ApiKeys keys, CancellationToken ct) =>
        (await keys.CreateAsync(body.Label, body.Scopes, body.Days, body.RateClass, caller.Actor, caller.CommandId, ct))
            .ToResult(static shown => Results.Created((string?)null, shown));

    private static async Task<IResult> RevokeAsync(Caller caller, string key, Desk desk, CancellationToken ct) =>
        (await desk.RunAsync<RevokeApiKey, ApiKey>(key, new(), caller.Actor, caller.CommandId, ct))
            .ToResult(static done => Results.Ok(KeyAnswer.Of(done.State)));
}

/// <summary>A key to make.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Days">For how many days; 1 to 731.</param>
/// <param name="RateClass">How many requests it may make.</param>
internal sealed record KeyBody(
    string Label, ImmutableArray<KeyScope> Scopes, int Days = 365, RateClass RateClass = RateClass.Standard);

/// <summary>A key as it is listed: never its secret, nor the hash of it.</summary>
internal sealed record KeyAnswer(
    string Id, string? Label, ImmutableArray<KeyScope> Scopes, Instant Ends, RateClass RateClass, Instant? RevokedAt)
{
    public static KeyAnswer Of(ApiKey key) =>
        new(key.Id, key.Label, key.Scopes, key.Ends, key.RateClass, key.RevokedAt);
}
