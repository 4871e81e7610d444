using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Cases;

/// <summary>What a caller sends to open personal answers.</summary>
/// <param name="Purpose">The purpose they were asked for.</param>
public sealed record OpenPersonal(string Purpose);

/// <summary>Personal answers, opened.</summary>
/// <param name="Purpose">The purpose they were asked for.</param>
/// <param name="Answers">The answers by field.</param>
public sealed record OpenedPersonal(string Purpose, ImmutableDictionary<string, JsonElement> Answers);

/// <summary>The addresses of what is personal in a case: its papers and its sealed answers.</summary>
internal static class CasePapersHttp
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        var anybody = Access.Resident | Access.Officer() | Access.Machine("cases");
        cases.MapGet("/{number}/papers/{index:int}", PaperAsync).WithName("ReadPaper").Admits(anybody)
            .Produces(200, contentType: "application/octet-stream").Refuses(401, 403, 404, 410);
        cases.MapPost("/{number}/personal", PersonalAsync).WithName("OpenPersonal").Admits(anybody)
            .Produces<OpenedPersonal>().Refuses(400, 401, 403, 404, 410);
    }

    private static async Task<IResult> PaperAsync(
        string number, int index, Caller caller, CaseDesk desk, CasePapers papers, HttpResponse response,
        CancellationToken ct)
    {
        if (!(await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            || !(await papers.OpenAsync(state, index, caller.Actor, ct)).TryGet(out var paper, out refusal))
        {
            return refusal.ToResult();
        }

        Harmless(response);
        return TypedResults.Stream(paper.Content, paper.MediaType, paper.Name);
    }

    private static async Task<IResult> PersonalAsync(
        string number, OpenPersonal request, Caller caller, CaseDesk desk, CasePersonal personal,
        CancellationToken ct) =>
        (await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            ? (await personal.OpenAsync(state, request.Purpose, caller.Actor, ct))
                .Then<OpenedPersonal>(answers => new OpenedPersonal(request.Purpose, answers)).ToResult()
            : refusal.ToResult();

    // A file from outside is never shown within the house: it is saved, runs nothing and is kept in no cache.
    private static void Harmless(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "private, no-store";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
