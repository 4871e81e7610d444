using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Registry.Http;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Showing;
using Heluo.Terminal.Speaking;
using Microsoft.AspNetCore.Http;
using Timeline = Heluo.Cases.Timeline;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Draws the page of a case for an officer.</summary>
internal sealed class DeskCases(
    CaseDesk desk, Timeline timeline, Rulebook book, City city, Naming naming, TimeProvider clock)
{
    /// <summary>What the addresses of cases begin with.</summary>
    public const string Front = "/desk/cases";

    /// <summary>The page, with the personal answers that were just opened.</summary>
    public async Task<IResult> PageAsync(
        Case state, Visit visit, Actor actor, ImmutableDictionary<string, JsonElement> opened, string? done,
        CancellationToken ct)
    {
        if (!(await timeline.ReadAsync(state, ct)).TryGet(out var history, out var refusal))
        {
            return refusal.ToResult();
        }

        var rules = desk.Rules(state);
        return Draw.Page<DeskCasePage>(visit, new DeskCaseView
        {
            Number = state.Number,
            Title = visit.Say(state.Title),
            Done = Done(done, rules, visit),
            Facts = await FactsAsync(state, visit),
            Answers = Asked(state, rules, opened, visit),
            Open = $"{Front}/{state.Number}/open",
            Archive = CaseAccess.Holds(state, actor, rules) ? $"/api/v1/cases/{state.Number}/archive" : null,
            Purposes =
            [
                .. rules.Subject.Form.Select(one => one.Personal?.Purpose).OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Where(state.Purposes.Contains)
                    .Select(one => new Link(one, visit.Words.Find($"purpose.{one}") ?? one)),
            ],
            Materials = Materials(state, rules, actor, visit),
            Stages = Showing.Stages.Of(state, rules.Procedure, history, visit),
            Clocks = Clocks.Of(state, desk, book, visit, clock.Now()),
            Steps = await StepsAsync(state, rules, visit),
            Acts = Deeds.Of(state, rules, desk.Allowed(state, actor), Front, visit),
            Hands = Hands(state, rules, actor, visit),
            Timeline = await new History(state, rules, city, naming, visit).ForOfficersAsync(history),
            Papers = Showing.Papers.Of(state, rules, visit),
        });
    }

    private static string? Done(string? act, CaseRules rules, Visit visit) => act switch
    {
        null => null,
        "open" => visit.Words["desk.opened"],
        "assign" => visit.Words["desk.assigned"],
        _ => rules.Procedure.Find(act) is { } found ? visit.Words.Say("desk.done", ("act", visit.Say(found.Name)))
            : null,
    };

    private async Task<ImmutableArray<RowView>> FactsAsync(Case state, Visit visit)
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
            new(words["fact.agency"], city.FindAgency(state.Agency) is { } agency ? visit.Say(agency.Name)
                : state.Agency),
            new(words["fact.area"], Places.NameOf(city, state.Area, visit)),
            new(words["fact.holder"], state.Assignee is { } holder ? await naming.OfAsync(holder) ?? holder
                : words["cases.nobody"]),
            new(words["fact.opened"], words.Moment(visit.Local(state.OpenedAt))),
            new(words["fact.channel"], words.Find($"channel.{state.Channel}") ?? state.Channel),
            new(words["fact.version"], words.Say("fact.versions", ("subject", state.Subject.Version), ("procedure",
                state.ProcedureVersion))),
        ];
    }

    private static ImmutableArray<RowView> Asked(
        Case state, CaseRules rules, ImmutableDictionary<string, JsonElement> opened, Visit visit)
    {
        var rows = ImmutableArray.CreateBuilder<RowView>();
        foreach (var field in rules.Subject.Form)
        {
            if (state.Answers.TryGetValue(field.Name, out var value) || opened.TryGetValue(field.Name, out value))
            {
                rows.Add(new(visit.Say(field.Label), AnswerTexts.Text(field, value, visit)));
            }
            else if (field.Personal is { } personal && state.Purposes.Contains(personal.Purpose))
            {
                rows.Add(new(visit.Say(field.Label), visit.Words["desk.mask"], Masked: true));
            }
        }

        return rows.ToImmutable();
    }

    // Whose hands the work is in, for each desk this officer belongs to: they may take it or hand it on.
    private static ImmutableArray<HandView> Hands(Case state, CaseRules rules, Actor actor, Visit visit)
    {
        var open = state.Plan.Where(step => step.IsOpen(state.Plan))
            .Select(step => (Step: (string?)step.Id, step.Role, Agency: step.Agency ?? state.Agency, step.Assignee));
        var all = state.Desk is { } role ? open.Prepend((null, role, state.Agency, state.Assignee)) : open;
        return
        [
            .. all.Where(one => actor.Holds(one.Role, one.Agency, state.Area)).Select(one => new HandView(
                $"{Front}/{state.Number}/assign",
                one.Step,
                one.Step is { } step ? Plans.NameOf(step, state, rules, visit)
                    : visit.Say(rules.Procedure.Stage(state.Stage).Name),
                Mine: one.Assignee == actor.Id,
                actor.Id,
                state.Version)),
        ];
    }

    private ImmutableArray<DeskMaterialView> Materials(Case state, CaseRules rules, Actor actor, Visit visit)
    {
        var asked = rules.Ask(state, actor, clock.Now());
        var wanted = rules.Subject.Papers.Where(paper => rules.Wants(paper, asked)).ToArray();
        var rows = ImmutableArray.CreateBuilder<DeskMaterialView>();
        foreach (var paper in wanted.Where(paper => state.Papers.All(given => given.Rule != paper.Id)))
        {
            rows.Add(new(visit.Say(paper.Name), Need(paper.Required), null, null));
        }

        for (var at = 0; at < state.Papers.Length; at++)
        {
            var given = state.Papers[at];
            var rule = rules.Subject.Papers.FirstOrDefault(paper => paper.Id == given.Rule);
            rows.Add(new(
                rule is null ? visit.Words["material.other"] : visit.Say(rule.Name),
                visit.Words.Say("material.trust", ("level", given.Trust)),
                given.Name,
                given.IsKept ? $"/api/v1/cases/{state.Number}/papers/{at}" : null));
        }

        return rows.ToImmutable();

        string Need(bool required) => visit.Words[required ? "need.required" : "need.optional"];
    }

    private async Task<ImmutableArray<RowView>> StepsAsync(Case state, CaseRules rules, Visit visit)
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
