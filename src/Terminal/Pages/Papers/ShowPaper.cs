using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Papers;

/// <summary>Shows an official document of a case, for the screen and for paper.</summary>
internal static class ShowPaper
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/documents/{id}", Show).Admits(Access.Resident | Access.Officer());

    private static async Task<IResult> Show(
        string id, Visit visit, Caller caller, HttpRequest http, DocumentPress press, CancellationToken ct)
    {
        var site = $"{http.Scheme}://{http.Host}";
        var read = await press.ReadAsync(id, caller.Actor, visit.Words.Language, site, ct);
        if (!read.TryGet(out var paper, out var refusal))
        {
            return refusal.ToResult();
        }

        var home = caller.Actor.Kind == ActorKind.Officer ? "/desk/cases" : "/my/cases";
        return Draw.Page<PaperPage>(visit, View(paper, visit.Demo) with
        {
            Back = new Link($"{home}/{paper.CaseNumber}", paper.CaseNumber),
        });
    }

    /// <summary>A document as it is drawn, wherever it is drawn.</summary>
    internal static PaperView View(OfficialDocument paper, bool demo) => new()
    {
        Agency = paper.Agency,
        Title = paper.Title,
        Number = paper.Number,
        Body = [.. paper.Body.Select(part => new ParagraphView(part.Text, part.Points))],
        Remedies = paper.Remedies,
        Date = paper.Date,
        Code = paper.Code,
        CheckAddress = paper.CheckAddress,
        Language = paper.Language,
        Sealed = paper.Seal is not null,
        Demo = demo,
    };
}
