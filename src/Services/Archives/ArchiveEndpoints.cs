using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Services;

/// <summary>The archive of a case, for an officer of the agency that holds it. Taking it is written down.</summary>
internal static class ArchiveEndpoints
{
    private const string MediaType = "application/zip";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{number}/archive", TakeAsync).WithName("TakeArchive").WithTags("cases")
            .Admits(Access.Officer()).Produces(200, contentType: MediaType).Refuses(400, 401, 403, 404, 413);

    private static async Task<IResult> TakeAsync(
        string number, Caller caller, CaseArchives archives, HttpContext http, CancellationToken ct,
        string purpose = ExportCase.UsualPurpose)
    {
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        var file = ArchiveDraft.Open();
        var written = await archives.WriteAsync(
            new ExportCase(number, purpose, Open: true, site), caller.Actor, file, ct);
        if (!written.TryGet(out var manifest, out var refusal))
        {
            await file.DisposeAsync();
            return refusal.ToResult();
        }

        file.Position = 0;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(file, MediaType, ArchiveDraft.NameOf(manifest.Case));
    }
}
