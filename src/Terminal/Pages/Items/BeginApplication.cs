using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Items;

/// <summary>Begins an application: says what it will take, then makes the draft, with what was answered in the
/// guide.</summary>
internal static class BeginApplication
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/items/{id}/apply", Show).Admits(Access.Resident);
        pages.MapPost("/items/{id}/apply", Begin).Admits(Access.Resident);
    }

    private static IResult Show(
        string id, Visit visit, Caller caller, Catalogue catalogue, Rulebook book, City city, DraftLists drafts,
        HttpRequest request, TimeProvider clock)
    {
        if (catalogue.Find(id) is not { } item)
        {
            return Unknown();
        }

        var answers = Fields.Read(item.Form.Where(field => field.Situation), name => request.Query[name]);
        var asked = new Conditions(book, item, caller.Actor, clock.Now()).Answering(answers);
        return Draw.Page<BeginPage>(visit, new BeginView
        {
            Item = visit.Say(item.Name),
            Action = request.Path + request.QueryString.ToUriComponent(),
            Back = new Link($"/items/{id}", visit.Say(item.Name)),
            Questions = item.Form.Count(asked.Asks) + 1,
            MoreQuestions = item.Form.Any(asked.LeavesOpen),
            Materials = [.. item.Materials.Where(asked.Wants).Select(material => visit.Say(material.Rule.Name))],
            Perhaps = [.. item.Materials.Where(asked.LeavesOpen).Select(material => visit.Say(material.Rule.Name))],
            Promise = ItemRows.Promise(item, visit),
            Unfinished =
            [
                .. drafts.Of(caller.Actor).Where(draft => draft.Item == id).Select(draft => new Link(
                    $"/drafts/{draft.Key}", visit.Words.Moment(visit.Local(draft.ChangedAt)))),
            ],
        });
    }

    private static async Task<IResult> Begin(
        string id, [FromForm] IFormCollection form, Caller caller, Catalogue catalogue, DraftDesk drafts,
            HttpRequest request,
        CancellationToken ct)
    {
        _ = form;
        if (catalogue.Find(id) is not { } item)
        {
            return Unknown();
        }

        if (!(await drafts.BeginAsync(new BeginDraft(id, Owner: null, Area: null), caller.Actor, caller.CommandId, ct))
            .TryGet(out var draft, out var refusal))
        {
            return refusal.ToResult();
        }

        var answers = Fields.Read(item.Form.Where(field => field.Situation), name => request.Query[name]);
        if (!answers.IsEmpty)
        {
            // An answer that no longer fits is asked again as a question: the refusal needs no page of its own.
            await drafts.AnswerAsync(draft.Key, new AnswerDraft(answers, Area: null), caller.Actor,
                $"{caller.CommandId}-answers", ct);
        }

        return Draw.Go($"/drafts/{draft.Key}/{DraftPages.PlacePage}");
    }

    private static IResult Unknown() =>
        new Refusal(RefusalKind.NotFound, "item.unknown", "No such item is in force today.").ToResult();
}
