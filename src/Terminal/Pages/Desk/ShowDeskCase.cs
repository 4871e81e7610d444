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

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Shows a case to an officer: what was applied for, how its clocks stand, what they may do now.</summary>
internal static class ShowDeskCase
{
    private const string Front = "/desk/cases";

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet(Front + "/{number}", Show).Admits(Access.Officer());

    private static async Task<IResult> Show(
        string number, Visit visit, Caller caller, CaseDesk desk, Timeline timeline, Rulebook book, City city, Naming naming,
        TimeProvider clock, CancellationToken ct, string? done = null)
    {
        if (!(await desk.ReadAsync(number, caller.Actor, ct)).TryGet(out var state, out var refusal)
            || !(await timeline.ReadAsync(state, ct)).TryGet(out var history, out refusal))
        {
            return refusal.ToResult();
        }

        var rules = desk.Rules(state);
        return Draw.Page<DeskCasePage>(visit, new DeskCaseView
        {
            Number = state.Number,
            Title = visit.Say(state.Title),
            Done = done is not null && rules.Procedure.Find(done) is { } act
                ? visit.Words.Say("desk.done", ("act", visit.Say(act.Name)))
                : null,
            Facts = await FactsAsync(state, city, naming, visit),
            Answers = Asked(state, rules, visit),
            Materials = Materials(state, rules, caller.Actor, clock, visit),
            Stages = Showing.Stages.Of(state, rules.Procedure, history, visit),
            Clocks = Clocks.Of(state, desk, book, visit, clock.Now()),
            Steps = await StepsAsync(state, rules, city, naming, visit),
            Acts = Deeds.Of(state, rules, desk.Allowed(state, caller.Actor), Front, visit),
            Timeline = await new History(state, rules, city, naming, visit).ForOfficersAsync(history),
            Papers = Showing.Papers.Of(state, visit),
        });
    }

    private static async Task<ImmutableArray<RowView>> FactsAsync(Case state, City city, Naming naming, Visit visit)
    {
        var words = visit.Words;
        var parties = new List<string>();
        foreach (var party in state.Parties.Values.Distinct(StringComparer.Ordinal))
        {
            parties.Add(await naming.OfAsync(party) ?? party);
        }

        return
        [
            new(words["fact.party"], string.Join(words["list.comma"], parties)),
            new(words["fact.agency"], city.FindAgency(state.Agency) is { } agency ? visit.Say(agency.Name) : state.Agency),
            new(words["fact.area"], Places.NameOf(city, state.Area, visit)),
            new(words["fact.holder"], state.Assignee is { } holder ? await naming.OfAsync(holder) ?? holder : words["cases.nobody"]),
            new(words["fact.opened"], words.Moment(visit.Local(state.OpenedAt))),
            new(words["fact.channel"], words.Find($"channel.{state.Channel}") ?? state.Channel),
            new(words["fact.version"], words.Say("fact.versions", ("subject", state.Subject.Version), ("procedure", state.ProcedureVersion))),
        ];
    }

    private static ImmutableArray<RowView> Asked(Case state, CaseRules rules, Visit visit) =>
    [
        .. rules.Subject.Form.Where(field => field.Personal is not null || state.Answers.ContainsKey(field.Name))
            .Select(field => field.Personal is not null
                ? new RowView(visit.Say(field.Label), "***", Masked: true)
                : new RowView(visit.Say(field.Label), AnswerTexts.Text(field, state.Answers[field.Name], visit))),
    ];

    private static ImmutableArray<DeskMaterialView> Materials(
        Case state, CaseRules rules, Actor actor, TimeProvider clock, Visit visit)
    {
        var asked = rules.Ask(state, actor, clock.Now());
        return
        [
            .. rules.Subject.Papers.Where(paper => rules.Wants(paper, asked) || state.Papers.Any(given => given.Rule == paper.Id))
                .Select(paper => new DeskMaterialView(
                    visit.Say(paper.Name),
                    visit.Words[paper.Required ? "need.required" : "need.optional"],
                    state.Papers.LastOrDefault(given => given.Rule == paper.Id)?.Name,
                    Href: null)),
        ];
    }

    private static async Task<ImmutableArray<RowView>> StepsAsync(
        Case state, CaseRules rules, City city, Naming naming, Visit visit)
    {
        var rows = ImmutableArray.CreateBuilder<RowView>();
        foreach (var step in state.Plan.Where(step => step.IsOpen(state.Plan)))
        {
            var by = step.Assignee is { } holder ? await naming.OfAsync(holder) ?? holder
                : city.FindRole(step.Role) is { } role ? visit.Say(role.Name) : step.Role;
            rows.Add(new(Plans.NameOf(step.Id, state, rules, visit), by));
        }

        return rows.ToImmutable();
    }
}
