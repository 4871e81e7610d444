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

namespace Heluo.Terminal.Pages.My;

/// <summary>Shows all that belongs to the signed-in person.</summary>
internal static class ShowMine
{
    private const string Front = "/my/cases";

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/my", Show).Admits(Access.Resident);

    private static async Task<IResult> Show(
        Visit visit, Caller caller, CaseLists lists, CaseDesk desk, DraftLists drafts, Catalogue catalogue,
        Mandates mandates, Messages messages, City city, CancellationToken ct)
    {
        var rows = lists.OfParty(caller.Actor);
        var running = Urgency.Of(rows, desk, city);
        var given = await mandates.OfAsync(caller.Actor);
        return Draw.Page<MyPage>(visit, new MyView
        {
            Late = Shown(running.Where(one => one.Late)),
            Waiting = Shown(running.Where(one => one is { Late: false, Waits: true })),
            Running = Shown(running.Where(one => one is { Late: false, Waits: false })),
            Ended = [.. rows.Where(row => row.End is not null).Select(row => Rows.Of(row, desk, lists, visit, Front))],
            Messages = await messages.OfAsync(caller.Actor, running, rows, visit, ct),
            Drafts = Drafts(drafts.Of(caller.Actor), catalogue, visit),
            ActingFor = caller.Actor.OnBehalfOf is null ? null : visit.Name,
            Principals =
            [
                .. given.Where(one => one.Holds && one.Given.Agent == caller.Actor.Id)
                    .Select(one => new Link(one.Key, one.PrincipalName)),
            ],
            Authorizations = [.. given.Select(one => Mandate(one, caller.Actor, catalogue, visit))],
        });

        ImmutableArray<CaseRowView> Shown(IEnumerable<Urgent> cases) =>
            [.. cases.Select(one => Rows.Of(one.Row, desk, lists, visit, Front))];
    }

    private static ImmutableArray<DraftRowView> Drafts(ImmutableArray<Draft> drafts, Catalogue catalogue,
        Visit visit) =>
    [
        .. drafts.Select(draft => new DraftRowView(
            $"/drafts/{draft.Key}",
            catalogue.Find(draft.Item) is { } item ? visit.Say(item.Name) : draft.Item,
            visit.Local(draft.ChangedAt),
            $"/drafts/{draft.Key}/discard")),
    ];

    private static AuthorizationView Mandate(Mandate one, Actor actor, Catalogue catalogue, Visit visit)
    {
        var words = visit.Words;
        var what = one.Given.Items.IsEmpty && one.Given.Procedures.IsEmpty
            ? words["mandate.everything"]
            : string.Join(words["list.comma"], one.Given.Items.Concat(one.Given.Procedures)
                .Select(id => catalogue.Find(id) is { } item ? visit.Say(item.Name) : id));
        var says = one.Given.Agent == actor.Id
            ? words.Say("mandate.to-you", ("principal", one.PrincipalName), ("what", what))
            : words.Say("mandate.by-you", ("agent", one.AgentName), ("what", what));
        return new(
            says,
            one.Given.To is { } to ? words.Say("mandate.until", ("date", words.Day(to.PlusDays(-1))))
                : words["mandate.open"],
            one.Given.Basis == AuthorizationBasis.LegalRepresentative ? null : $"/my/authorizations/{one.Key}/revoke");
    }
}
