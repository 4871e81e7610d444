using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Heluo.Governance;

/// <summary>Street incidents: classes for everybody; reporting for whoever is known, so that they can be
/// answered.</summary>
internal static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup("/api/v1/incidents").WithTags("incidents");
        incidents.MapGet("/classes", Classes).WithName("ListIncidentClasses").Admits(Access.Public)
            .Produces<ImmutableArray<IncidentClassView>>();
        incidents.MapGet("", Own).WithName("ListIncidents").Admits(Reporters)
            .Produces<ImmutableArray<IncidentListItem>>()
            .Refuses(401, 403);
        incidents.MapPost("", ReportAsync).WithName("ReportIncident").Admits(Reporters).TakesFiles()
            .Accepts<ReportIncident>("application/json", "multipart/form-data").ProducesVersioned<CaseView>(201)
            .Refuses(400, 401, 403, 404, 413);
    }

    private static Access Reporters { get; } =
        Access.Resident | Access.Officer(Incidents.CollectorRole) | Access.Machine(Incidents.Scope);

    private static IResult Classes(Incidents incidents) =>
        TypedResults.Ok(incidents.Classes.Select(IncidentClassView.Of).ToImmutableArray());

    private static IResult Own(Caller caller, Incidents incidents) => TypedResults.Ok(
        incidents.Of(caller.Actor)
            .Select(row => new IncidentListItem(
                row.Number, row.Title, row.Subject.Id, row.Stage, row.Area, row.Agency, row.OpenedAt, row.End))
            .ToImmutableArray());

    private static async Task<IResult> ReportAsync(
        HttpRequest http, Caller caller, Incidents incidents, CaseDesk desk, Store store, IOptions<JsonOptions> json,
        TimeProvider clock, CancellationToken ct)
    {
        if (!(await ReadAsync(http, caller.Actor, store, json.Value, ct)).TryGet(out var form, out var refusal))
        {
            return refusal.ToResult();
        }

        return (await incidents.ReportAsync(form.Request, form.Papers, caller.Actor, caller.CommandId, ct))
            .Then<CaseView>(opened => CaseView.Of(opened, desk, caller.Actor, clock.Now()))
            .ToResult(view => TypedResults.Created($"/api/v1/cases/{view.Number}", view).WithVersion(view.Version));
    }

    private static async Task<Outcome<UploadForm<ReportIncident>>> ReadAsync(
        HttpRequest http, Actor actor, Store store, JsonOptions json, CancellationToken ct)
    {
        if (http.HasJsonContentType())
        {
            return await UploadForm.ReadJsonAsync<ReportIncident>(http.Body, json.SerializerOptions, ct) is { } request
                ? new UploadForm<ReportIncident>(request, [])
                : new Refusal(RefusalKind.Invalid, "incident.request", "A report is a JSON object.");
        }

        return UploadBody.Of(http).TryGet(out var body, out var refusal)
            ? await UploadForm.ReadAsync<ReportIncident>(
                body, store, json.SerializerOptions, request =>
                    OwnerAsync(request, actor), Incidents.PhotoPurpose, "D", ct)
            : refusal;
    }

    // Whoever may not report there leaves no file behind.
    private static Task<Outcome<string>> OwnerAsync(ReportIncident request, Actor actor) =>
        Task.FromResult<Outcome<string>>(
        Incidents.Refuse(actor, request.Area ?? "") is { } refusal ? refusal : actor.Subject);
}
