using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Terminal.Pages.Drafts;

/// <summary>Shows everything before it is sent, sends it, or throws it away.</summary>
internal static class SendDraft
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var clerk = Access.Officer(BeginDraft.WindowRole);
        pages.MapGet("/drafts/{id}/check", Show).Admits(Access.Resident);
        pages.MapGet("/desk/intake/{id}/check", Show).Admits(clerk);
        pages.MapPost("/drafts/{id}/check", Send).Admits(Access.Resident);
        pages.MapPost("/desk/intake/{id}/check", Send).Admits(clerk);
        pages.MapPost("/drafts/{id}/discard", Discard).Admits(Access.Resident);
        pages.MapPost("/desk/intake/{id}/discard", Discard).Admits(clerk);
    }

    private static async Task<IResult> Show(
        string id, Visit visit, Caller caller, DraftGrounds grounds, Rulebook book, TimeProvider clock,
        CancellationToken ct) =>
        (await grounds.FindAsync(id, caller, ct)).TryGet(out var ground, out var refusal)
            ? Page(ground, visit, book, clock.Now())
            : refusal.ToResult();

    private static async Task<IResult> Send(
        string id, [FromForm] IFormCollection form, Visit visit, Caller caller, DraftGrounds grounds, DraftDesk drafts,
        Rulebook book, TimeProvider clock, CancellationToken ct)
    {
        _ = form;
        if ((await drafts.SendAsync(id, caller.Actor, ct)).TryGet(out var opened, out var refusal))
        {
            return Draw.Go(caller.Actor.Kind == ActorKind.Officer
                ? $"/desk/cases/{opened.Number}?done=open"
                : $"/my/cases/{opened.Number}?sent=true");
        }

        return (await grounds.FindAsync(id, caller, ct)).TryGet(out var ground, out var lost)
            ? Page(ground, visit, book, clock.Now(), refusal)
            : lost.ToResult();
    }

    private static async Task<IResult> Discard(
        string id, [FromForm] IFormCollection form, Caller caller, DraftDesk drafts, CancellationToken ct)
    {
        _ = form;
        return (await drafts.DropAsync(id, caller.Actor, caller.CommandId, ct)).TryGet(out var draft, out var refusal)
            ? Draw.Go(draft.Officer is null ? "/my" : "/desk/intake")
            : refusal.ToResult();
    }

    private static IResult Page(DraftGround ground, Visit visit, Rulebook book, Instant now, Refusal? refused = null)
    {
        var item = ground.Pages.Item;
        var agency = Agencies.For(item, ground.Draft.Area, ground.City);
        var view = new CheckView
        {
            Item = visit.Say(item.Name),
            Action = ground.Href(DraftGround.Check),
            Back = ground.Before(DraftGround.Check, visit)!,
            Agency = agency is null ? "" : visit.Say(agency.Name),
            Promise = agency is null ? "" : Foresight.Of(item, ground.Draft.Area!, agency.Id, book, visit, now),
            Answers = Rows(ground, visit),
            Materials = [.. ground.Pages.Papers.Select(paper => new RowView(
                visit.Say(paper.Rule.Name),
                string.Join(visit.Words["list.comma"], paper.Given.Select(given => given.Name)),
                ground.Href(DraftGround.Materials)))],
            Lacks = Lacks(ground, visit),
            Intake = ground.Intake,
            Whole = refused is null ? null : visit.Words.Of(refused),
        };
        return Draw.Page<CheckPage>(visit, view, refused is null ? 200 : StatusCodes.Status422UnprocessableEntity);
    }

    private static ImmutableArray<RowView> Rows(DraftGround ground, Visit visit) =>
    [
        new(visit.Words["draft.place"], ground.Draft.Area is { } area ? Places.NameOf(ground.City, area, visit) : "",
            ground.Href(DraftPages.PlacePage) + "?then=check"),
        .. ground.Pages.Fields.Select(field => new RowView(
            visit.Say(field.Label),
            ground.Answers.TryGetValue(field.Name, out var value) ? AnswerTexts.Text(field, value, visit) : "",
            ground.Href(field.Name) + "?then=check")),
    ];

    // At a window an incomplete application is taken too: what is missing is then told once, in writing.
    private static ImmutableArray<Link> Lacks(DraftGround ground, Visit visit) =>
    [
        .. ground.Draft.Area is null ? new[] { new Link(ground.Href(DraftPages.PlacePage),
            visit.Words["draft.place"]) } : [],
        .. ground.LacksTown ? new[] { new Link(ground.Href(DraftGround.TownPage) + "?then=check",
            visit.Words["draft.town"]) } : [],
        .. ground.Pages.Fields.Where(field => field.Required && !ground.Answers.ContainsKey(field.Name))
            .Select(field => new Link(ground.Href(field.Name) + "?then=check", visit.Say(field.Label))),
        .. ground.Intake ? [] : ground.Pages.Papers.Where(paper => paper.Rule.Required && paper.Given.IsEmpty)
            .Select(paper => new Link(ground.Href(DraftGround.Materials), visit.Say(paper.Rule.Name))),
    ];
}
