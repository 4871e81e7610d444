using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Terminal.Pages.Home;

/// <summary>Shows the home page: search, what is asked for most, and what the visitor has under way.</summary>
internal static class ShowHome
{
    private const int Often = 6;
    private const int Running = 3;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", Show).Admits(Access.Public);

    private static IResult Show(
        Visit visit, Caller caller, Catalogue catalogue, DraftLists drafts, CaseLists lists, CaseDesk desk, City city)
    {
        var resident = caller.Actor.Kind == ActorKind.Resident;
        return Draw.Page<HomePage>(visit, new HomeView
        {
            Often = [.. catalogue.All.DistinctBy(item => item.Theme).Concat(catalogue.All).DistinctBy(item => item.Id)
                .Take(Often).Select(item => ItemRows.Of(item, city, visit))],
            Themes =
            [
                .. catalogue.All.GroupBy(item => visit.Say(item.Theme)).Select(theme => new ThemeView(
                    "/search?theme=" + Uri.EscapeDataString(theme.Key), theme.Key, theme.Count())),
            ],
            Draft = resident && drafts.Of(caller.Actor) is [var draft, ..] && catalogue.Find(draft.Item) is { } item
                ? new Link($"/drafts/{draft.Key}", visit.Say(item.Name))
                : null,
            Running = resident ? UnderWay(caller.Actor, lists, desk, city, visit) : [],
        });
    }

    private static ImmutableArray<CaseRowView> UnderWay(
        Actor actor, CaseLists lists, CaseDesk desk, City city, Visit visit) =>
    [
        .. Urgency.Of(lists.OfParty(actor), desk, city).Take(Running)
            .Select(one => Rows.Of(one.Row, desk, lists, visit, "/my/cases")),
    ];
}
