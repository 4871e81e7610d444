using Heluo.Cases;
using Heluo.Registry.Http;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Opens the personal answers of a case for a purpose, once it is written down who looks. They are shown on
/// this one
/// page and kept nowhere.</summary>
internal static class OpenPersonal
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/desk/cases/{number}/open", Open).Admits(Access.Officer());

    private static async Task<IResult> Open(
        string number, [FromForm] string? purpose, Visit visit, Caller caller, CaseDesk desk, CasePersonal personal,
        DeskCases cases, CancellationToken ct) =>
        (await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
        && (await personal.OpenAsync(state, purpose ?? "", caller.Actor, ct)).TryGet(out var opened, out refusal)
            ? await cases.PageAsync(state, visit, caller.Actor, opened, done: null, ct)
            : refusal.ToResult();
}
