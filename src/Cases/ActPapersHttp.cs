using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Heluo.Cases;

/// <summary>An act that comes with papers: what was handed in for a correction, what was photographed on the
/// spot.</summary>
internal static class ActPapersHttp
{
    private const string Purpose = "case-papers";

    public static void Map(IEndpointRouteBuilder cases) =>
        cases.MapPost("/{number}/acts/papers", PerformAsync).WithName("PerformActWithPapers")
            .Admits(Access.Resident | Access.Officer() | Access.Machine("cases")).NeedsVersion().TakesFiles()
            .Accepts<IFormFileCollection>("multipart/form-data").ProducesVersioned<CaseView>()
            .Refuses(400, 401, 403, 404, 409, 413, 428);

    private static async Task<IResult> PerformAsync(
        string number, HttpRequest http, Caller caller, CaseDesk desk, Store store, IOptions<JsonOptions> json,
        TimeProvider clock, CancellationToken ct)
    {
        // Who may not know of the case leaves no file behind.
        if (!(await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            || !UploadBody.Of(http).TryGet(out var body, out refusal))
        {
            return refusal.ToResult();
        }

        var subject = state.Parties.GetValueOrDefault(
            desk.Rules(state).Procedure.Parties[0], caller.Actor.Subject);
        var trust = caller.Actor.Kind == ActorKind.Officer ? "B" : "C";
        var form = await UploadForm.ReadAsync<ActRequest>(
            body, store, json.Value.SerializerOptions, _ => Task.FromResult<Outcome<string>>(subject),
            Purpose, trust, ct);
        if (!form.TryGet(out var given, out refusal))
        {
            return refusal.ToResult();
        }

        var act =
            new PerformAct(given.Request.Act, given.Request.Step, given.Request.Answers ?? [], CasesHttp.Seen(caller))
        {
            CaseAnswers = given.Request.CaseAnswers ?? [],
            Papers = given.Papers,
        };
        return (await desk.PerformAsync(number, act, caller.Actor, caller.CommandId, ct))
            .Then<CaseView>(after => CaseView.Of(after, desk, caller.Actor, clock.Now()))
            .ToResult(view => view.Version);
    }
}
