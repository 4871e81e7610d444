using Heluo.Cases;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.My;

/// <summary>Shows all that belongs to the signed-in person.</summary>
internal static class ShowMine
{
    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/my", Show).Admits(Access.Resident);

    private static IResult Show(Visit visit, Caller caller, CaseLists lists, CaseDesk desk, City city)
    {
        var rows = lists.OfParty(caller.Actor.Subject);
        var waiting = rows.Where(row => row.End is null && Waits(row, city)).ToArray();
        return Draw.Page<MyPage>(visit, new MyView
        {
            Waiting = [.. waiting.Select(row => Rows.Of(row, desk, lists, visit, "/my/cases"))],
            Running =
            [
                .. rows.Where(row => row.End is null && !waiting.Contains(row))
                    .Select(row => Rows.Of(row, desk, lists, visit, "/my/cases")),
            ],
            Ended = [.. rows.Where(row => row.End is not null).Select(row => Rows.Of(row, desk, lists, visit, "/my/cases"))],
        });
    }

    // A desk that is no role of the city is a party's: the case waits for whoever applied.
    private static bool Waits(CaseRow row, City city) => row.Desks.Any(desk => city.FindRole(desk.Role) is null);
}
