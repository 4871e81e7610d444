using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Http;

namespace Heluo.Services;

/// <summary>Papers of a draft: one file in a form or as the whole body, with <c>?rule=</c> the material it
/// answers and, of a bare body, <c>&amp;name=</c> what it is called.</summary>
internal static class DraftPaperEndpoints
{
    public static async Task<IResult> UploadAsync(
        string key, string rule, HttpRequest request, Caller caller, DraftDesk desk, CancellationToken ct,
        string? name = null)
    {
        // Whoever may not know of the draft leaves no file behind.
        if (!(await desk.ReadAsync(key, caller.Actor)).TryGet(out _, out var refusal)
            || !UploadBody.Of(request, name).TryGet(out var body, out refusal)
            || !(await FileAsync(body, ct)).TryGet(out var file, out refusal))
        {
            return refusal.ToResult();
        }

        return DraftEndpoints.View(
            await desk.UploadAsync(key, rule, file.FileName, file.Content, caller.Actor, caller.CommandId, ct),
            desk,
            caller.Actor);
    }

    public static async Task<IResult> RecordAsync(
        string key, SeenPaper request, Caller caller, DraftDesk desk, CancellationToken ct) =>
        request.Name is { Length: > 0 and <= FileKind.LongestName } && !request.Name.Any(char.IsControl)
            ? DraftEndpoints.View(
                await desk.RecordAsync(
                    key, request.Rule, request.Name, caller.Actor, caller.CommandId, ct), desk, caller.Actor)
            : new Refusal(RefusalKind.Invalid, "papers.name",
                $"A paper is named in 1 to {FileKind.LongestName} characters.").ToResult();

    public static async Task<IResult> DetachAsync(
        string key, string paper, Caller caller, DraftDesk desk, CancellationToken ct) =>
        DraftEndpoints.View(await desk.DetachAsync(key, paper, caller.Actor, caller.CommandId, ct), desk, caller.Actor);

    private static async Task<Outcome<UploadPart>> FileAsync(UploadBody body, CancellationToken ct)
    {
        for (var part = 0; part < UploadBody.MostParts; part++)
        {
            if (!(await body.NextAsync(ct)).TryGet(out var next, out var refusal) && refusal is not null)
            {
                return refusal;
            }

            if (next is null)
            {
                break;
            }

            if (next.Field is null || next.FileName is not null)
            {
                return next;
            }
        }

        return new Refusal(RefusalKind.Invalid, "upload.no_file", "The form holds no file.");
    }
}
