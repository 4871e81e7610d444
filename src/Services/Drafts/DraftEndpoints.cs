using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Services;

/// <summary>Applications on their way. To everybody but whoever fills one in it does not exist.</summary>
internal static class DraftEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/drafts").WithTags("drafts")
            .Admits(Access.Resident | Access.Officer(BeginDraft.WindowRole)).Refuses(401, 403);
        drafts.MapPost("", BeginAsync).WithName("BeginDraft").ProducesVersioned<DraftView>(201).Refuses(400, 404, 409);
        drafts.MapGet("", List).WithName("ListDrafts").Produces<ImmutableArray<DraftListItem>>();
        drafts.MapGet("/{key}", ReadAsync).WithName("ReadDraft").ProducesVersioned<DraftView>().Refuses(400, 404);
        drafts.MapPatch("/{key}", AnswerAsync).WithName("AnswerDraft")
            .ProducesVersioned<DraftView>().Refuses(400, 404, 409);
        drafts.MapDelete("/{key}", DropAsync).WithName("DropDraft").Produces(204).Refuses(404, 409);
        drafts.MapPost("/{key}/papers", DraftPaperEndpoints.UploadAsync).WithName("AttachPaper").TakesFiles()
            .Accepts<IFormFile>("multipart/form-data", "application/pdf", "image/png", "image/jpeg")
            .ProducesVersioned<DraftView>().Refuses(400, 404, 409, 413);
        drafts.MapPost("/{key}/papers/seen", DraftPaperEndpoints.RecordAsync).WithName("RecordPaper")
            .Admits(Access.Officer(BeginDraft.WindowRole)).ProducesVersioned<DraftView>().Refuses(400, 404, 409);
        drafts.MapDelete("/{key}/papers/{paper}", DraftPaperEndpoints.DetachAsync).WithName("DetachPaper")
            .ProducesVersioned<DraftView>().Refuses(404, 409);
        drafts.MapPost("/{key}/send", SendAsync).WithName("SendDraft")
            .ProducesVersioned<CaseView>(201).Refuses(400, 404, 409);
    }

    public static IResult View(Outcome<Draft> outcome, DraftDesk desk, Actor actor) =>
        outcome.Then<DraftView>(draft => DraftView.Of(draft, desk.Pages(draft, actor), opened: null))
            .ToResult(view => view.Version);

    private static async Task<IResult> BeginAsync(
        BeginDraftRequest request, Caller caller, DraftDesk desk, People people, CancellationToken ct)
    {
        // Only the window names another owner; to everybody else the rule says no, whether there is such a one or not.
        if (caller.Actor.Kind == ActorKind.Officer && request.Owner is { } owner
            && await UnknownAsync(owner, people) is { } refusal)
        {
            return refusal.ToResult();
        }

        var begun = await desk.BeginAsync(
            new BeginDraft(request.Item, request.Owner, request.Area), caller.Actor, caller.CommandId, ct);
        return begun.Then<DraftView>(draft => DraftView.Of(draft, desk.Pages(draft, caller.Actor), opened: null))
            .ToResult(view => TypedResults.Created($"/api/v1/drafts/{view.Key}", view).WithVersion(view.Version));
    }

    private static async Task<Refusal?> UnknownAsync(string owner, People people) =>
        owner.StartsWith("firm/", StringComparison.Ordinal)
            ? (await people.FirmAsync(owner)).Refusal
            : (await people.PersonAsync(owner)).Refusal;

    private static IResult List(Caller caller, DraftIndex index, Rulebook book) => TypedResults.Ok(
        index.Of(caller.Actor.Kind == ActorKind.Officer ? caller.Actor.Id : caller.Actor.Subject)
            .Where(draft => DraftAccess.IsTheirs(draft, caller.Actor, book))
            .Select(draft => new DraftListItem(
                draft.Key, draft.Item, draft.Owner, draft.Area, draft.BegunAt, draft.ChangedAt))
            .ToImmutableArray());

    // The owner sees what they wrote; a clerk must say so, because it is somebody else's data.
    private static async Task<IResult> ReadAsync(
        string key, Caller caller, DraftDesk desk, DraftAnswers answers, CancellationToken ct, bool open = false)
    {
        if (!(await desk.ReadAsync(key, caller.Actor)).TryGet(out var draft, out var refusal))
        {
            return refusal.ToResult();
        }

        if (!open && caller.Actor.Kind != ActorKind.Resident)
        {
            return View(draft, desk, caller.Actor);
        }

        return (await answers.OpenAsync(draft, caller.Actor, ct))
            .Then<DraftView>(opened => DraftView.Of(draft, desk.Pages(draft, caller.Actor), opened))
            .ToResult(view => view.Version);
    }

    private static async Task<IResult> AnswerAsync(
        string key, AnswerDraftRequest request, Caller caller, DraftDesk desk, CancellationToken ct) =>
        View(
            await desk.AnswerAsync(
                key, new AnswerDraft(request.Answers ?? [], request.Area), caller.Actor, caller.CommandId, ct),
            desk,
            caller.Actor);

    private static async Task<IResult> DropAsync(string key, Caller caller, DraftDesk desk, CancellationToken ct) =>
        (await desk.DropAsync(key, caller.Actor, caller.CommandId, ct)).ToResult(_ => TypedResults.NoContent());

    private static async Task<IResult> SendAsync(
        string key, Caller caller, DraftDesk drafts, CaseDesk cases, TimeProvider clock, CancellationToken ct) =>
        (await drafts.SendAsync(key, caller.Actor, ct))
            .Then<CaseView>(opened => CaseView.Of(opened, cases, caller.Actor, clock.Now()))
            .ToResult(view => TypedResults.Created($"/api/v1/cases/{view.Number}", view).WithVersion(view.Version));
}
