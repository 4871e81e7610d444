using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Works out what an opening or an act makes true. Pure: everything it reads is handed to it.</summary>
/// <param name="Rules">The procedure and subject the case began under.</param>
/// <param name="Before">The case as it stands.</param>
/// <param name="Asked">What conditions may see.</param>
/// <param name="At">The legal moment.</param>
internal sealed record ActResults(CaseRules Rules, Case Before, Asked Asked, Instant At)
{
    /// <summary>The results of an act, or why a clock or a rule does not allow it.</summary>
    public Outcome<Results> Of(Effects effects, string? to, string act, ImmutableArray<IssuedDocument> documents)
    {
        if (!Clocks(effects, act).TryGet(out var clocks, out var refusal)
            || !Moved(to).TryGet(out var results, out refusal)
            || !Marks(effects).TryGet(out var marks, out refusal)
            || !Handed(effects).TryGet(out var handed, out refusal))
        {
            return refusal;
        }

        return results with
        {
            Clocks = clocks,
            Marks = marks,
            Documents = documents,
            Notices = effects.Notices,
            Agency = handed.Agency,
            Assignee = handed.Assignee,
        };
    }

    /// <summary>The results of coming into a stage: whose turn it is, and the plan that begins.</summary>
    public Outcome<Results> Moved(string? to)
    {
        if (to is null)
        {
            return new Results();
        }

        var stage = Rules.Procedure.Stage(to == Act.Back ? Before.Before ?? Rules.Procedure.Start : to);
        if (!stage.Plan)
        {
            return new Results { Stage = stage.Id, Desk = stage.Desk, Light = stage.Light, End = stage.End };
        }

        var running = Before.Plan.Any(step => step.DoneAt is null);
        if (!(running ? ImmutableArray<PlannedStep>.Empty : Unfold()).TryGet(out var plan, out var refusal))
        {
            return refusal;
        }

        return running || plan.Length > 0
            ? new Results { Stage = stage.Id, Light = stage.Light, Plan = plan }
            : Moved(stage.Then);
    }

    private Outcome<ImmutableArray<PlannedStep>> Unfold() => Rules.Subject.Plan is { } plan
        ? new PlanUnfolding(Asked.Holds, Asked.Count, function => Rules.AgencyWith(function, Before)).Unfold(plan)
        : ImmutableArray<PlannedStep>.Empty;

    // An agency that does not exist, or a rule that gives none, would lose the case.
    private Outcome<(string? Agency, string? Assignee)> Handed(Effects effects)
    {
        var agency = effects.Agency is { } named ? Asked.Text(named) : null;
        if (agency is not null && !Rules.KnowsAgency(agency))
        {
            return Refusals.UnknownAgency(agency);
        }

        var assignee = effects.Assignee is { } officer ? Asked.Text(officer) : null;
        return assignee is "" ? Refusals.Rule("assignee") : (agency, assignee);
    }

    private Outcome<ImmutableArray<CaseClock>> Clocks(Effects effects, string act)
    {
        var changed = new Dictionary<string, CaseClock>(StringComparer.Ordinal);
        foreach (var id in effects.Stop)
        {
            // Stopping what does not run is no fault: a withdrawal stops whatever there is.
            if (Now(id) is { Runs: true } clock)
            {
                changed[id] = Running(clock) with { StoppedAt = At };
            }
        }

        foreach (var pause in effects.Pause)
        {
            if (Now(pause.Clock) is not { Runs: true, Paused: false } clock)
            {
                return Refusals.Clock(pause.Clock);
            }

            var type = pause.Type is { } said ? Asked.Text(said) : act;
            var cap = pause.Cap is { } days ? Asked.Number(days) : null;
            if (type.Length == 0 || (pause.Cap is not null
                && (cap is not (>= 1 and <= Limit.MaxDays) || cap != decimal.Truncate(cap.Value))))
            {
                return Refusals.Rule("pause");
            }

            changed[pause.Clock] = clock with { Pauses = clock.Pauses.Add(new(type, At, To: null, (int?)cap)) };
        }

        foreach (var id in effects.Resume)
        {
            if (Now(id) is { Paused: true } clock)
            {
                changed[id] = Running(clock);
            }
        }

        foreach (var extend in effects.Extend)
        {
            if (Now(extend.Clock) is not { Runs: true } clock)
            {
                return Refusals.Clock(extend.Clock);
            }

            if (Asked.Number(extend.By) is not { } more || more < 0
                || (clock.Limit.Unit.IsWholeDays() && more != decimal.Truncate(more)))
            {
                return Refusals.Rule("extend");
            }

            if (more == 0)
            {
                continue; // the rule says that this clock is left as it is
            }

            changed[extend.Clock] = clock with { Extensions = clock.Extensions.Add(more) };
        }

        foreach (var start in effects.Start)
        {
            if (Rules.LimitOf(start.Clock, Before) is not { } limit)
            {
                return Refusals.Clock(start.Clock);
            }

            var since = start.Since is { } other ? Before.Clock(other)?.StartedAt ?? At : At;
            changed[start.Clock] = new(start.Clock, limit, since) { Turn = (Before.Clock(start.Clock)?.Turn ?? 0) + 1 };
        }

        // A clock that cannot be read any more, as after too many pauses, would take every list of cases with it.
        return changed.Values.FirstOrDefault(clock => clock.Fault() is not null) is { } broken
            ? Refusals.Rule(broken.Id)
            : changed.Values.ToImmutableArray();

        CaseClock? Now(string id) => changed.TryGetValue(id, out var clock) ? clock : Before.Clock(id);
    }

    private CaseClock Running(CaseClock clock) => clock.Pauses is [.., { To: null } last]
        ? clock with { Pauses = clock.Pauses.SetItem(clock.Pauses.Length - 1, last with { To = At }) }
        : clock;

    private Outcome<ImmutableDictionary<string, JsonElement>> Marks(Effects effects)
    {
        var marks = ImmutableDictionary.CreateBuilder<string, JsonElement>();
        foreach (var (name, rule) in effects.Marks)
        {
            if (Asked.Value(rule) is not { } value)
            {
                return Refusals.Rule(name);
            }

            marks[name] = value;
        }

        return marks.ToImmutable();
    }
}
