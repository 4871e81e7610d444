using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Cases;

/// <summary>What a caller sends to perform an act.</summary>
/// <param name="Act">The act.</param>
/// <param name="Step">The open step it ends; null for an act on the case.</param>
/// <param name="Answers">What is told with it, by field.</param>
/// <param name="CaseAnswers">Answers of the case that it mends, where the act takes them.</param>
public sealed record ActRequest(
    string Act,
    string? Step = null,
    ImmutableDictionary<string, JsonElement>? Answers = null,
    ImmutableDictionary<string, JsonElement>? CaseAnswers = null);

/// <summary>What a caller sends to hand a case or step on.</summary>
/// <param name="Step">The open step; null: the case.</param>
/// <param name="Officer">The officer; null: back to the desk.</param>
/// <param name="Reason">Why.</param>
public sealed record AssignRequest(string? Step = null, string? Officer = null, string? Reason = null);

/// <summary>A page of cases.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to ask for the next page; null: this was the last.</param>
public sealed record CasePage(ImmutableArray<CaseListItem> Items, string? Next);

/// <summary>A case in a list.</summary>
public sealed record CaseListItem(
    string Number, Localized Title, string Procedure, string Stage, string? Step, string Agency, string Area,
    Instant OpenedAt, string? End, string? Clock, Instant? DueAt, Light Light, string? Assignee);

/// <summary>The addresses of cases.</summary>
internal static class CasesHttp
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/v1/cases").WithTags("cases");
        cases.MapGet("", List).WithName("ListCases").Admits(Access.Resident | Access.Officer())
            .Produces<CasePage>().Refuses(400, 401, 403);
        cases.MapGet("/{number}", Read).WithName("ReadCase").Admits(Anybody)
            .ProducesVersioned<CaseView>().Refuses(401, 403, 404);
        cases.MapGet("/{number}/timeline", History).WithName("ReadTimeline").Admits(Anybody)
            .Produces<ImmutableArray<TimelineEntry>>().Refuses(401, 403, 404);
        cases.MapGet("/{number}/clocks/{clock}", Evidence).WithName("ExplainClock").Admits(Anybody)
            .Produces<ImmutableArray<DayEvidence>>().Refuses(401, 403, 404);
        cases.MapPost("/{number}/acts", Perform).WithName("PerformAct").Admits(Anybody).NeedsVersion()
            .ProducesVersioned<CaseView>().Refuses(400, 401, 403, 404, 409, 428);
        CasePapersHttp.Map(cases);
        ActPapersHttp.Map(cases);
        cases.MapPost("/{number}/assignments", Assign).WithName("AssignCase").Admits(Access.Officer()).NeedsVersion()
            .ProducesVersioned<CaseView>().Refuses(400, 401, 403, 404, 409, 428);
    }

    // A version beyond any case is one that never was, not the one its last digits would name.
    internal static int Seen(Caller caller) => (int)Math.Clamp(caller.SeenVersion ?? 0, 0, int.MaxValue);

    private static Access Anybody { get; } = Access.Resident | Access.Officer() | Access.Machine("cases");

    private static IResult List(Caller caller, CaseIndex index, CaseDesk desk, string? after,
        bool everybody = false)
    {
        if (!int.TryParse(after ?? "0", out var skip) || skip is < 0 or > 100_000)
        {
            return new Refusal(RefusalKind.Invalid, "paging.after", "This is no page.").ToResult();
        }

        ImmutableArray<CaseListItem> rows = caller.Actor.Kind == ActorKind.Officer
            ? [.. Inbox.Of(index, caller.Actor, everybody).Select(row => Item(row.Case, row.Desk, desk))]
            : [.. index.OfParty(caller.Actor).Select(row => Item(row, place: null, desk))];
        var page = rows.Skip(skip).Take(PageSize).ToImmutableArray();
        return TypedResults.Ok(new CasePage(page, rows.Length > skip + PageSize ? $"{skip + PageSize}" : null));
    }

    private static CaseListItem Item(CaseRow row, DeskPlace? place, CaseDesk desk)
    {
        var reading = desk.Read(row);
        return new(
            row.Number, row.Title, row.Procedure, row.Stage, place?.Step, row.Agency, row.Area, row.OpenedAt, row.End,
            row.Light?.Id, reading?.Due.At, reading?.Light ?? Light.None, place?.Assignee);
    }

    private static async Task<IResult> Read(
        string number, Caller caller, CaseDesk desk, TimeProvider clock, CancellationToken ct) =>
        (await desk.ReadAsync(number, caller.Actor, ct))
            .Then<CaseView>(state => CaseView.Of(state, desk, caller.Actor, clock.Now()))
            .ToResult(view => view.Version);

    private static async Task<IResult> History(
        string number, Caller caller, CaseDesk desk, Timeline timeline, CancellationToken ct) =>
        (await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            ? (await timeline.ReadAsync(state, ct)).ToResult()
            : refusal.ToResult();

    private static async Task<IResult> Evidence(
        string number, string clock, Caller caller, CaseDesk desk, TimeProvider time, CancellationToken ct)
    {
        if (!(await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal))
        {
            return refusal.ToResult();
        }

        return state.Clock(clock) is { } found
            ? TypedResults.Ok(found.Explain(desk.Rules(state).Calendar(state), time.Now()))
            : Refusals.Clock(clock).ToResult();
    }

    private static async Task<IResult> Perform(
        string number, ActRequest request, Caller caller, CaseDesk desk, TimeProvider clock, CancellationToken ct) =>
        (await desk.PerformAsync(
            number,
            new PerformAct(request.Act ?? "", request.Step, request.Answers ?? [], Seen(caller))
            {
                CaseAnswers = request.CaseAnswers ?? [],
            },
            caller.Actor,
            caller.CommandId,
            ct))
            .Then<CaseView>(state => CaseView.Of(state, desk, caller.Actor, clock.Now()))
            .ToResult(view => view.Version);

    private static async Task<IResult> Assign(
        string number, AssignRequest request, Caller caller, CaseDesk desk, DutiesOf duties, TimeProvider clock,
        CancellationToken ct) =>
        (await desk.AssignAsync(
            number,
            new AssignCase(
                request.Step,
                request.Officer,
                request.Reason,
                Seen(caller),
                request.Officer is { } officer ? await duties(officer) : []),
            caller.Actor,
            caller.CommandId,
            ct))
            .Then<CaseView>(state => CaseView.Of(state, desk, caller.Actor, clock.Now()))
            .ToResult(view => view.Version);
}
