using Heluo.Cases;
using Heluo.Registry.Http;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Shows a case to an officer: what was applied for, how its clocks stand, what they may do now.</summary>
internal static class ShowDeskCase
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet(DeskCases.Front + "/{number}", Show).Admits(Access.Officer());

    private static async Task<IResult> Show(
        string number, Visit visit, Caller caller, CaseDesk desk, DeskCases cases, CancellationToken ct,
            string? done = null) =>
        (await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            ? await cases.PageAsync(state, visit, caller.Actor, [], done, ct)
            : refusal.ToResult();
}
