using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Registry.Http;

/// <summary>Whoever is signed in, about themselves.</summary>
internal static class MeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("me").Refuses(401, 403);
        me.MapGet("", Me).Admits(Access.SignedIn).WithName("Me");
        me.MapGet("/details", DetailsAsync).Admits(Access.Resident).WithName("MyDetails").Produces<PersonDetails>();
        me.MapGet("/looks", LooksAsync).Admits(Access.Resident).WithName("WhoLooked").Produces<LookPage>();
        me.MapPost("/sign-out", (Caller caller, HttpContext context, Desk desk, CancellationToken ct) =>
            SignOutAsync(caller, context, desk, everywhere: false, ct))
            .Admits(Access.SignedIn).WithName("SignOut").Produces(StatusCodes.Status204NoContent);
        me.MapPost("/sign-out-everywhere", (Caller caller, HttpContext context, Desk desk, CancellationToken ct) =>
            SignOutAsync(caller, context, desk, everywhere: true, ct))
            .Admits(Access.SignedIn).WithName("SignOutEverywhere").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SignOutAsync(
        Caller caller, HttpContext context, Desk desk, bool everywhere, CancellationToken ct) =>
        (await SigningOut.RunAsync(caller, context, desk, everywhere, ct))?.ToResult() ?? Results.NoContent();

    private static MeAnswer Me(Caller caller) => new(
        caller.Actor.Id, caller.Actor.Kind, caller.Actor.Duties, caller.Actor.OnBehalfOf, caller.Actor.Authorization);

    private static async Task<IResult> DetailsAsync(
        Caller caller, People people, PersonalData data, CancellationToken ct)
    {
        var own = caller.Actor with { OnBehalfOf = null, Authorization = null };
        return (await people.PersonAsync(own.Id)).TryGet(out var person, out var refusal)
            ? (await PersonDetails.OpenAsync(person, own, "own-details", caseNumber: null, data, ct)).ToResult()
            : refusal.ToResult();
    }

    private static async Task<IResult> LooksAsync(
        Caller caller, Looks looks, OfficerRoll roll, long? before = null, int max = 50) =>
        (await looks.OfAsync(caller.Actor.Id, before, max)).Then<LookPage>(page =>
            LookPage.Of([.. page.Select(look => new AuditedLook(look, []))], roll)).ToResult();
}

/// <summary>Whoever is signed in.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Kind">What sort of actor.</param>
/// <param name="Duties">The duties held now.</param>
/// <param name="OnBehalfOf">For whom they stand here.</param>
/// <param name="Authorization">The authorisation under which they do.</param>
internal sealed record MeAnswer(
    string Id, ActorKind Kind, ImmutableArray<Duty> Duties, string? OnBehalfOf, string? Authorization);
