using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.Items;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Drafts;

/// <summary>Shows the materials an application wants and takes them: files online, papers seen at a window.</summary>
internal static class GiveMaterials
{
    /// <summary>Most bytes of one post with files.</summary>
    private const int MostBytes = 64 << 20;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/drafts/{id}/materials", Show).Admits(Access.Resident);
        pages.MapGet("/desk/intake/{id}/materials", Show).Admits(Access.Officer(BeginDraft.WindowRole));
        pages.MapPost("/drafts/{id}/materials", Give).Admits(Access.Resident).TakesFiles(MostBytes);
        pages.MapPost("/desk/intake/{id}/materials",
            Give).Admits(Access.Officer(BeginDraft.WindowRole)).TakesFiles(MostBytes);
    }

    private static async Task<IResult> Show(string id, Visit visit, Caller caller, DraftGrounds grounds,
        CancellationToken ct) =>
        (await grounds.FindAsync(id, caller, ct)).TryGet(out var ground, out var refusal)
            ? Page(ground, visit, ImmutableDictionary<string, string>.Empty)
            : refusal.ToResult();

    private static async Task<IResult> Give(
        string id, [FromForm] IFormCollection form, Visit visit, Caller caller, DraftGrounds grounds, DraftDesk drafts,
        CancellationToken ct)
    {
        if (!(await grounds.FindAsync(id, caller, ct)).TryGet(out var ground, out var refusal))
        {
            return refusal.ToResult();
        }

        var wrong = ground.Intake
            ? await RecordAsync(ground, form, visit, caller, drafts, ct)
            : await UploadAsync(ground, form, visit, caller, drafts, ct);
        if (form["remove"] is [{ Length: > 0 } paper])
        {
            await drafts.DetachAsync(id, paper, caller.Actor, caller.CommandId, ct);
        }

        return wrong.IsEmpty && form["then"].Count == 0 && form["remove"].Count == 0
            ? Draw.Go(ground.Href(DraftGround.Check))
            : wrong.IsEmpty ? Draw.Go(ground.Href(DraftGround.Materials))
            : (await grounds.FindAsync(id, caller, ct)).TryGet(out var now, out refusal) ? Page(now, visit, wrong)
            : refusal.ToResult();
    }

    private static async Task<ImmutableDictionary<string, string>> UploadAsync(
        DraftGround ground, IFormCollection form, Visit visit, Caller caller, DraftDesk drafts, CancellationToken ct)
    {
        var wrong = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var file in form.Files.Where(file => file.Length > 0).Take(AttachPaper.MostPapers))
        {
            await using var content = file.OpenReadStream();
            var taken = await drafts.UploadAsync(
                ground.Draft.Key, file.Name, file.FileName, content, caller.Actor, $"{caller.CommandId}-{file.Name}",
                    ct);
            if (taken.Refusal is { } refusal)
            {
                wrong[file.Name] = visit.Words.Say("materials.refused", ("name", file.FileName), ("why",
                    visit.Words.Of(refusal)));
            }
        }

        return wrong.ToImmutable();
    }

    private static async Task<ImmutableDictionary<string, string>> RecordAsync(
        DraftGround ground, IFormCollection form, Visit visit, Caller caller, DraftDesk drafts, CancellationToken ct)
    {
        foreach (var paper in ground.Pages.Papers)
        {
            var ticked = form[paper.Rule.Id].Count > 0;
            var given = paper.Given.FirstOrDefault();
            var command = $"{caller.CommandId}-{paper.Rule.Id}";
            var refusal = ticked && given is null
                    ? (await drafts.RecordAsync(
                        ground.Draft.Key, paper.Rule.Id, visit.Say(paper.Rule.Name), caller.Actor, command, ct)).Refusal
                : !ticked && given is not null
                    ? (await drafts.DetachAsync(ground.Draft.Key, given.Id, caller.Actor, command, ct)).Refusal
                : null;
            if (refusal is not null)
            {
                return ImmutableDictionary<string, string>.Empty.Add(paper.Rule.Id, visit.Words.Of(refusal));
            }
        }

        return ImmutableDictionary<string, string>.Empty;
    }

    private static IResult Page(DraftGround ground, Visit visit, ImmutableDictionary<string, string> wrong) =>
        Draw.Page<MaterialsPage>(
            visit,
            new MaterialsView
            {
                Item = visit.Say(ground.Pages.Item.Name),
                Action = ground.Href(DraftGround.Materials),
                Back = ground.Before(DraftGround.Materials, visit)!,
                Intake = ground.Intake,
                Materials =
                [
                    .. ground.Pages.Papers.Select(paper => MaterialTexts.Of(paper.Material, visit) with
                    {
                        Field = paper.Rule.Id,
                        Given = [.. paper.Given.Select(given => new GivenView(given.Id, given.Name))],
                        Error = wrong.GetValueOrDefault(paper.Rule.Id),
                    }),
                ],
            },
            wrong.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
