using System.Collections.Immutable;
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
using Timeline = Heluo.Cases.Timeline;

namespace Heluo.Terminal.Pages.My;

/// <summary>Shows a case to its party: where it stands, what is promised and why, what they must do.</summary>
internal static class ShowCase
{
    private const string Front = "/my/cases";

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet(Front + "/{number}", Show).Admits(Access.Resident);

    private static async Task<IResult> Show(
        string number, Visit visit, Caller caller, CaseDesk desk, Timeline timeline, Rulebook book, City city,
            Naming naming,
        TimeProvider clock, CancellationToken ct, bool sent = false,
        string? done = null)
    {
        if (!(await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            || !(await timeline.ReadAsync(state, ct)).TryGet(out var history, out refusal))
        {
            return refusal.ToResult();
        }

        var rules = desk.Rules(state);
        var acts = Deeds.Of(state, rules, desk.Allowed(state, caller.Actor), Front, visit);
        var papers = Showing.Papers.Of(state, rules, visit);
        return Draw.Page<CasePage>(visit, new CaseView
        {
            Number = state.Number,
            Title = visit.Say(state.Title),
            Stage = visit.Say(rules.Procedure.Stage(state.Stage).Name),
            JustSent = sent,
            Done = done is null || rules.Procedure.Find(done) is not { } act ? null
                : visit.Words.Say("desk.done", ("act", visit.Say(act.Name))),
            Receipt = papers is [.., var first] ? new Link(first.Href, visit.Words["case.receipt"]) : null,
            Awaited = Awaits(state, rules) ? visit.Words["case.awaited"] : null,
            Points = Awaits(state, rules) ? History.Asked(history) : [],
            Acts = Awaits(state, rules) ? acts : [.. acts.Select(act => act with { Primary = false })],
            Stages = Showing.Stages.Of(state, rules.Procedure, history, visit),
            Clocks = Clocks.Of(state, desk, book, visit, clock.Now()),
            Timeline = new History(state, rules, city, naming, visit).ForParty(history),
            Papers = papers,
            Facts = Facts(state, city, visit),
        });
    }

    private static bool Awaits(Case state, CaseRules rules) =>
        state.Desk is { } turn && rules.Procedure.Parties.Contains(turn);

    private static ImmutableArray<RowView> Facts(Case state, City city, Visit visit)
    {
        var words = visit.Words;
        var agency = city.FindAgency(state.Agency);
        return
        [
            new(words["fact.agency"], agency is null ? state.Agency : visit.Say(agency.Name)),
            .. agency?.Phones is { } phones
                ? new RowView[] { new(words["fact.consult"], phones.Consult), new(words["fact.complain"],
                    phones.Complain) }
                : [],
            new(words["fact.opened"], words.Moment(visit.Local(state.OpenedAt))),
            new(words["fact.channel"], words.Find($"channel.{state.Channel}") ?? state.Channel),
        ];
    }
}
