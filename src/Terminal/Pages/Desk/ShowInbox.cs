using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Light = Heluo.Terminal.Components.Clocks.Light;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Shows an officer's work in the order of the clock.</summary>
internal static class ShowInbox
{
    private const int PageSize = 50;

    private static readonly Light[] Lights = [Light.Red, Light.Yellow, Light.Green, Light.Paused];

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/desk", Show).Admits(Access.Officer());

    private static async Task<IResult> Show(
        Visit visit, Caller caller, CaseLists lists, CaseDesk desk, City city, Naming naming, string? light = null,
        string? of = null, int from = 0)
    {
        var all = lists.InboxOf(caller.Actor, everybody: of == "all");
        var kept = of switch
        {
            "mine" => all.Where(row => row.Desk.Assignee == caller.Actor.Id),
            "free" => all.Where(row => row.Desk.Assignee is null),
            _ => all,
        };
        var shown = new List<(InboxRow Row, CaseRowView View)>();
        foreach (var row in kept)
        {
            shown.Add((row, Rows.Of(row.Case, desk, lists, visit, "/desk/cases")));
        }

        var lit = shown.Where(one => light is null || Name(one.View.Light) == light).ToList();
        var page = new List<CaseRowView>();
        foreach (var (row, view) in lit.Skip(Math.Clamp(from, 0, Inbox.Most)).Take(PageSize))
        {
            page.Add(view with
            {
                Party = await PartyAsync(row, naming),
                Holder = row.Desk.Assignee is { } holder ? await naming.OfAsync(holder) ?? holder : null,
            });
        }

        string Here(string? one, string? whose, int start = 0) => Address(one, whose, start);
        return Draw.Page<InboxPage>(visit, new InboxView
        {
            Post = Posts(caller.Actor, city, visit),
            Cases = [.. page],
            Lights =
            [
                new(Here(null, of), visit.Words["desk.all"], shown.Count, light is null),
                .. Lights.Select(one => new FilterView(
                    Here(Name(one), of), visit.Words[$"light.{Name(one)}"], shown.Count(row => row.View.Light == one),
                    light == Name(one), one)),
            ],
            Filters =
            [
                .. new[] { null, "mine", "free", "all" }.Select(whose => new FilterView(
                    Here(light, whose), visit.Words[$"desk.of.{whose ?? "mine-or-free"}"], null, of == whose)),
            ],
            Next = lit.Count > from + PageSize ? Here(light, of, from + PageSize) : null,
        });
    }

    private static string Name(Light light) => light.ToString().ToLowerInvariant();

    private static string Address(string? light, string? of, int from)
    {
        var query = QueryString.Empty;
        query = light is null ? query : query.Add("light", light);
        query = of is null ? query : query.Add("of", of);
        query = from == 0 ? query : query.Add("from", $"{from}");
        return "/desk" + query.ToUriComponent();
    }

    private static async Task<string?> PartyAsync(InboxRow row, Naming naming) =>
        row.Case.Parties is [var first, ..] ? await naming.OfAsync(first) : null;

    private static string Posts(Actor actor, City city, Visit visit) => string.Join(
        visit.Words["list.semicolon"],
        actor.Duties.Select(duty => (duty.Role, duty.Agency)).Distinct()
            .Select(duty => Showing.Posts.Of(duty.Role, duty.Agency, city, visit)));
}
