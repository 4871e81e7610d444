using System.Collections.Immutable;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.My;

/// <summary>Shows a person who looked at their data, when and why.</summary>
internal static class ShowLooks
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/my/access", Show).Admits(Access.Resident);

    private static async Task<IResult> Show(
        Visit visit, Caller caller, Looks looks, Naming naming, CancellationToken ct, long? before = null)
    {
        if (!(await looks.AboutAsync(caller.Actor, before, PageSize)).TryGet(out var page, out var refusal))
        {
            return refusal.ToResult();
        }

        var shown = ImmutableArray.CreateBuilder<AccessView>(page.Length);
        foreach (var look in page)
        {
            ct.ThrowIfCancellationRequested();
            shown.Add(new(
                visit.Local(look.At),
                look.Actor == caller.Actor.Id ? visit.Words["by.you"] : await naming.OfAsync(look.Actor) ?? look.Actor,
                visit.Words.Find($"purpose.{look.Purpose}") ?? look.Purpose,
                string.Join(visit.Words["list.comma"], look.Fields),
                look.Case is { } number ? new Link($"/my/cases/{number}", number) : null));
        }

        return Draw.Page<AccessPage>(visit, shown.ToImmutable());
    }
}
