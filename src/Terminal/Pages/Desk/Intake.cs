using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.My;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>
/// The window: a clerk finds what somebody comes for, knows them by their document, and asks the same questions as
/// online.
/// </summary>
internal static class Intake
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var clerk = Access.Officer(BeginDraft.WindowRole);
        pages.MapGet("/desk/intake", Show).Admits(clerk);
        pages.MapGet("/desk/intake/{item}", Who).Admits(clerk);
        pages.MapPost("/desk/intake/{item}", Begin).Admits(clerk);
    }

    private static IResult Show(
        Visit visit, Caller caller, Catalogue catalogue, DraftLists drafts, City city, string? q = null)
    {
        var query = (q ?? "").Trim();
        var found = query.Length == 0 ? catalogue.All : catalogue.Search(query);
        return Draw.Page<IntakePage>(visit, new IntakeView(
            query,
            [.. found.Select(item => ItemRows.Of(item, city, visit) with { Href = $"/desk/intake/{item.Id}" })],
            [
                .. drafts.Of(caller.Actor).Select(draft => new DraftRowView(
                    $"/desk/intake/{draft.Key}/{DraftPages.PlacePage}",
                    catalogue.Find(draft.Item) is { } item ? visit.Say(item.Name) : draft.Item,
                    visit.Local(draft.ChangedAt),
                    $"/desk/intake/{draft.Key}/discard")),
            ]));
    }

    private static IResult Who(string item, Visit visit, Catalogue catalogue, City city) =>
        catalogue.Find(item) is { } found ? Page(found, new Present(city, visit, FormCollection.Empty), isNew: false,
            refused: null) : Unknown();

    private static async Task<IResult> Begin(
        string item, [FromForm] IFormCollection form, Visit visit, Caller caller, Catalogue catalogue,
            WindowDesk window,
        DraftDesk drafts, City city, CancellationToken ct)
    {
        if (catalogue.Find(item) is not { } found)
        {
            return Unknown();
        }

        var present = new Present(city, visit, form);
        if (!(await window.FindAsync(present.Scheme, present.Number, caller.Actor, ct)).TryGet(out var person,
            out var refusal)
            && refusal is not null)
        {
            return Page(found, present, isNew: false, refusal);
        }

        if (person is null && form["new"].Count == 0)
        {
            return Page(found, present, isNew: true, refused: null);
        }

        if (person is null)
        {
            var registered = await window.RegisterAsync(
                present.Name, present.Scheme, present.Number, present.Phone, present.Area, caller.Actor,
                    caller.CommandId, ct);
            if (!registered.TryGet(out person, out refusal))
            {
                return Page(found, present, isNew: true, refusal);
            }
        }

        var begun = await drafts.BeginAsync(
            new BeginDraft(item, person.Id, Area: null), caller.Actor, $"{caller.CommandId}-draft", ct);
        return begun.TryGet(out var draft, out refusal)
            ? Draw.Go($"/desk/intake/{draft.Key}/{DraftPages.PlacePage}")
            : Page(found, present, isNew: false, refusal);
    }

    private static IResult Page(Item item, Present present, bool isNew, Refusal? refused)
    {
        var visit = present.Visit;
        var view = new PresentView(
            visit.Say(item.Name),
            $"/desk/intake/{item.Id}",
            present.Fields(isNew, refused),
            isNew,
            refused is { Faults.IsEmpty: true } && !present.Owns(refused) ? visit.Words.Of(refused) : null);
        return Draw.Page<PresentPage>(visit, view, refused is null ? 200 : StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Unknown() =>
        new Refusal(RefusalKind.NotFound, "item.unknown", "No such item is in force today.").ToResult();
}
