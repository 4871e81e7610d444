using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Services;

/// <summary>Official documents: for whoever may read the case; and the check of a code, for everybody.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/documents/{id}", ReadAsync).WithName("ReadDocument").WithTags("documents")
            .Admits(Access.Resident | Access.Officer() | Access.Machine("cases"))
            .Produces<OfficialDocument>().Refuses(401, 403, 404);
        api.MapGet("/check/{code}", CheckAsync).WithName("CheckDocument").WithTags("documents")
            .Admits(Access.Public).Produces<CheckedDocument>();
    }

    private static async Task<IResult> ReadAsync(
        string id, Caller caller, HttpRequest http, DocumentPress press, CancellationToken ct,
            string language = "zh") =>
        (await press.ReadAsync(id, caller.Actor, language, $"{http.Scheme}://{http.Host}", ct)).ToResult();

    private static async Task<IResult> CheckAsync(string code, DocumentPress press) =>
        (await press.CheckAsync(code)).ToResult();
}
