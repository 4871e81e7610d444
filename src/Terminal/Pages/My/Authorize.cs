using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Heluo.Terminal.Pages.My;

/// <summary>Lets another person act for the signed-in one, and takes such a permission back.</summary>
internal static class Authorize
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/my/authorizations/new", Show).Admits(Access.Resident);
        pages.MapPost("/my/authorizations/new", Grant).Admits(Access.Resident);
        pages.MapPost("/my/authorizations/{key}/revoke", Revoke).Admits(Access.Resident);
    }

    private static IResult Show(Visit visit, Catalogue catalogue) =>
        Page(visit, catalogue, FormCollection.Empty, refused: null);

    private static async Task<IResult> Grant(
        [FromForm] IFormCollection form, Visit visit, Caller caller, Catalogue catalogue, Mandates mandates,
        CancellationToken ct)
    {
        var day = LocalDatePattern.Iso.Parse(form["last"].ToString());
        var faults = new[] { "name", "number" }.Where(field => form[field].ToString().Trim().Length == 0)
            .Concat(day.Success ? [] : ["last"])
            .Select(field => new Fault(field, "answers.missing", "An answer is needed."))
            .ToImmutableArray();
        var refused = faults.IsEmpty
            ? await mandates.GrantAsync(
                caller.Actor, IdentityScheme.CitizenId, form["number"].ToString().Trim(),
                    form["name"].ToString().Trim(),
                [.. form["items"].OfType<string>()], day.Value.PlusDays(1), Commands.Of(form, caller), ct)
            : new Refusal(RefusalKind.Invalid, "act.answers", "Some answers need mending.") { Faults = faults };
        return refused is null ? Draw.Go("/my#authorizations")
            : refused.Kind == RefusalKind.Forbidden ? refused.ToResult()
            : Page(visit, catalogue, form, refused);
    }

    private static async Task<IResult> Revoke(
        string key, [FromForm] IFormCollection form, Caller caller, Mandates mandates, CancellationToken ct)
    {
        _ = form;
        return await mandates.RevokeAsync(caller.Actor, key, caller.CommandId, ct) is { } refused
            ? refused.ToResult()
            : Draw.Go("/my#authorizations");
    }

    private static IResult Page(Visit visit, Catalogue catalogue, IFormCollection form, Refusal? refused)
    {
        var words = visit.Words;
        string? Wrong(string field) =>
            refused?.Faults.FirstOrDefault(fault => fault.Field == field) is { } fault ? words.Of(fault)
            : field == "number" && refused?.Code.StartsWith("id.", StringComparison.Ordinal) == true ? words.Of(refused)
            : null;
        ImmutableArray<FieldView> fields =
        [
            new("name", FieldKind.Text, words["mandate.name"]) { Max = 60, Values = [form["name"].ToString()],
                Error = Wrong("name") },
            new("number", FieldKind.Text, words["mandate.number"])
            {
                Max = 18, Values = [form["number"].ToString()], Error = Wrong("number"),
            },
            new("items", FieldKind.Many, words["mandate.items"])
            {
                Optional = true,
                Help = words["mandate.items-help"],
                Options = [.. catalogue.All.Select(item => new OptionView(item.Id, visit.Say(item.Name)))],
                Values = [.. form["items"].OfType<string>()],
            },
            new("last", FieldKind.Date, words["mandate.last"])
            {
                Help = words["mandate.last-help"], Values = [form["last"].ToString()],
                    Error = Wrong("last") ?? Wrong("to"),
            },
        ];
        var whole = refused is { Faults.IsEmpty: true } && Wrong("number") is null ? words.Of(refused) : null;
        return Draw.Page<AuthorizePage>(
            visit, new AuthorizeView(fields, whole), refused is null ? 200 : StatusCodes.Status422UnprocessableEntity);
    }
}
