using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Governance;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Home;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Reports;

/// <summary>Takes the report of something wrong in the street: what, where, a photograph.</summary>
internal static class Report
{
    private const string Area = "area";
    private const string Photo = "other";

    public static void Map(IEndpointRouteBuilder pages)
    {
        var reporters = Access.Resident | Access.Officer(Incidents.CollectorRole);
        pages.MapGet("/report", Classes).Admits(Access.Public);
        pages.MapGet("/report/{id}", Show).Admits(reporters);
        pages.MapPost("/report/{id}", Send).Admits(reporters).TakesFiles((int)UploadBody.MostBytes);
    }

    private static IResult Classes(Visit visit, Incidents incidents, string? sent = null) =>
        Draw.Page<ReportClassesPage>(visit, new ReportClassesView(
        [
            .. incidents.Classes.GroupBy(one => visit.Say(one.Group)).Select(group => (
                group.Key,
                group.Select(one => new ItemRowView($"/report/{one.Id}", visit.Say(one.Name), "")).ToImmutableArray())),
        ],
        sent is { Length: > 0 and <= 60 } ? sent : null));

    private static IResult Show(string id, Visit visit, Caller caller, Incidents incidents, Rulebook book, City city) =>
        incidents.Find(id) is { } found
            ? Page(found, visit, caller, new Fields(new Choices(city, []), book, visit), null, [], null)
            : Unknown();

    private static async Task<IResult> Send(
        string id, [FromForm] IFormCollection form, Visit visit, Caller caller, Incidents incidents,
            CaseUploads uploads,
        Rulebook book, City city, CancellationToken ct)
    {
        if (incidents.Find(id) is not { } found)
        {
            return Unknown();
        }

        var area = form[Area].ToString();
        var answers = Fields.Read(found.Form, name => form[name]);
        if ((await SendAsync()).TryGet(out var opened, out var refusal))
        {
            return Draw.Go(caller.Actor.Kind == ActorKind.Resident
                ? $"/my/cases/{opened.Number}?sent=true"
                : $"/report?sent={opened.Number}");
        }

        return refusal.Kind == RefusalKind.Forbidden
            ? refusal.ToResult()
            : Page(found, visit, caller, new Fields(new Choices(city, []), book, visit), area, answers, refusal);

        async Task<Outcome<Case>> SendAsync()
        {
            // Whoever may not report there leaves no file behind.
            if ((area.Length == 0 ? NoPlace() : Incidents.Refuse(caller.Actor, area)) is { } refused)
            {
                return refused;
            }

            var photos = await uploads.TakeAsync(form.Files, caller.Actor.Subject, Incidents.PhotoPurpose, "D", ct);
            return photos.TryGet(out var taken, out var wrong)
                ? await incidents.ReportAsync(
                    new ReportIncident(id, area, answers), taken, caller.Actor, Commands.Of(form, caller), ct)
                : wrong;
        }
    }

    private static IResult Page(
        IncidentClass found, Visit visit, Caller caller, Fields fields, string? area,
        ImmutableDictionary<string, JsonElement> answers, Refusal? refused)
    {
        Fault? Wrong(string field) => refused?.Faults.FirstOrDefault(fault => fault.Field == field);
        var asked = found.Form.Select(field => fields.Of(field, answers.GetValueOrDefault(field.Name),
            Wrong(field.Name)));
        var view = new ReportView(
            visit.Say(found.Name),
            $"/report/{found.Id}",
            [
                new(Area, FieldKind.Choice, visit.Words["report.area"])
                {
                    Options = fields.Areas(), Values = area is null ? [] : [area], Error = Text(Wrong(Area)),
                },
                .. asked,
                new(Photo, FieldKind.File, visit.Words["report.photo"])
                {
                    Optional = true, Accept = ".jpg,.jpeg,.png", Help = visit.Words["report.photo-help"],
                        Error = Text(Wrong(Photo)),
                },
            ],
            caller.CommandId,
            refused is { Faults.IsEmpty: true } ? visit.Words.Of(refused) : null);
        return Draw.Page<ReportPage>(visit, view, refused is null ? 200 : StatusCodes.Status422UnprocessableEntity);

        string? Text(Fault? fault) => fault is null ? null : visit.Words.Of(fault);
    }

    private static Refusal NoPlace() => new(RefusalKind.Invalid, "act.answers", "Some answers need mending.")
    {
        Faults = [new Fault(Area, "answers.missing", "An answer is needed.")],
    };

    private static IResult Unknown() =>
        new Refusal(RefusalKind.NotFound, "case.no_subject", "Nothing of this name is in force today.").ToResult();
}
