using System.Collections.Immutable;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Registry.Http;

/// <summary>Officers, their duties and leaves.</summary>
internal static class OfficerEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/officers").WithTags("officers").Refuses(401, 403);
        var security = Access.Administrator(AdministratorKind.Security);
        var system = Access.Administrator(AdministratorKind.System);
        var anybody = new Access(Admission.AnyAdministrator) | Access.Officer();
        group.MapGet("", (OfficerRoll roll, string? after = null, int max = 100, string? agency = null) =>
            roll.Page(after, max, agency)).Admits(anybody).WithName("Officers");
        group.MapGet("/{key}", OneAsync).Admits(anybody).WithName("Officer").ProducesVersioned<Officer>().Refuses(404);
        group.MapPost("", AppointAsync).Admits(system).WithName("AppointOfficer").ProducesVersioned<Officer>(201)
            .Refuses(409, 422);
        group.MapPost("/{key}/duties", (Caller caller, string key, GrantDuty body, Desk desk, CancellationToken ct) =>
            RunAsync(caller, key, body, desk, ct))
            .Admits(security | system).WithName("GrantDuty").ProducesVersioned<Officer>().Refuses(404, 409, 422);
        group.MapPost("/{key}/duties/{no:int}/end", (
            Caller caller, string key, int no, EndBody body, Desk desk, CancellationToken ct) =>
            RunAsync(caller, key, new EndDuty(no, body.To), desk, ct))
            .Admits(security).WithName("EndDuty").ProducesVersioned<Officer>().Refuses(404, 409, 422);
        group.MapPost("/{key}/covers", (Caller caller, string key, CoverBody body, Desk desk, CancellationToken ct) =>
            RunAsync(caller, key, new CoverLeave(body.By, body.Duties ?? [], body.From, body.To), desk, ct))
            .Admits(security | Access.Officer()).WithName("CoverLeave").ProducesVersioned<Officer>()
            .Refuses(404, 409, 422);
        group.MapPost("/{key}/covers/{no:int}/end", (
            Caller caller, string key, int no, Desk desk, CancellationToken ct) =>
            RunAsync(caller, key, new EndCover(no), desk, ct))
            .Admits(security | Access.Officer()).WithName("EndCover").ProducesVersioned<Officer>().Refuses(404);
    }

    private static async Task<IResult> OneAsync(string key, Store store) =>
        (await store.LoadAsync<Officer>(key)).Then<Loaded<Officer>>(static loaded => loaded.State.Name is null
            ? RegistryRefusals.NotFound("officer.unknown", "There is no such officer.")
            : loaded).ToResult(static loaded => Results.Ok(loaded.State).WithVersion(loaded.Version));

    private static async Task<IResult> AppointAsync(
        Caller caller, AppointBody body, Desk desk, Tags tags, CancellationToken ct)
    {
        string? tag = null;
        if (body.Identity is { } identity)
        {
            var tagged = AppointOfficer.TagOf(tags, identity.Scheme, identity.Number);
            if (!tagged.TryGet(out tag, out var refusal))
            {
                return refusal.ToResult();
            }
        }

        return (await desk.RunAsync<AppointOfficer, Officer>(
            body.Id, new(body.Name, body.StaffNumber, tag), caller.Actor, caller.CommandId, ct))
            .ToResult(done => Results.Created($"/api/v1/officers/{body.Id}", done.State).WithVersion(done.Version));
    }

    private static async Task<IResult> RunAsync<TRequest>(
        Caller caller, string key, TRequest request, Desk desk, CancellationToken ct)
        where TRequest : IDecision<TRequest, Officer> =>
        (await desk.RunAsync<TRequest, Officer>(key, request, caller.Actor, caller.CommandId, ct))
            .ToResult(static done => Results.Ok(done.State).WithVersion(done.Version));
}

/// <summary>An officer to record.</summary>
/// <param name="Id">2 to 60 small letters, digits and hyphens.</param>
/// <param name="Name">Their name at work.</param>
/// <param name="StaffNumber">Their number at work.</param>
/// <param name="Identity">Their document; only its tag is kept. Needed to become an administrator.</param>
internal sealed record AppointBody(string Id, string Name, string? StaffNumber = null, NumberBody? Identity = null);

/// <summary>When a duty ends.</summary>
/// <param name="To">First day no longer in force.</param>
internal sealed record EndBody(LocalDate To);

/// <summary>A leave to cover.</summary>
/// <param name="By">Who covers, the officer's key.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day no longer covered.</param>
/// <param name="Duties">Numbers of the duties; none means all.</param>
internal sealed record CoverBody(string By, LocalDate From, LocalDate To, ImmutableArray<int>? Duties = null);
