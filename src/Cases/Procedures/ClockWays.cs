using System.Collections.Immutable;

namespace Heluo.Cases;

/// <summary>The stages one clock runs through, twice over: running and standing still. Without returns they form no
/// circle.</summary>
internal sealed class ClockWays(
    Procedure procedure, string clock, PlanNode? plan, IReadOnlyDictionary<string, decimal> stageDays)
{
    private Dictionary<(string Stage, bool Still), PathLength>? reached;

    /// <summary>Where the clock can be, each with the longest way there, it included.</summary>
    public IReadOnlyDictionary<(string Stage, bool Still), PathLength> Reached => reached ??= Reach();

    /// <summary>The shortest way, ways back included: one taken while the clock stands can save a way
    /// forward.</summary>
    public PathLength Shortest()
    {
        var found = new Dictionary<(string Stage, bool Still), PathLength>();
        var open = new Queue<(string Stage, bool Still, PathLength Before)>(
            Starts().Select(stage => (stage, false, PathLength.None)));
        while (open.TryDequeue(out var at))
        {
            // Each turn makes one of finitely many ways shorter.
            var here = at.Before.Then(Stay(at.Stage, at.Still, longest: false));
            if (!found.TryGetValue((at.Stage, at.Still), out var known) || here.Days < known.Days)
            {
                found[(at.Stage, at.Still)] = here;
                foreach (var (next, still) in Next(at.Stage, at.Still).Concat(Back(at.Stage, at.Still)))
                {
                    open.Enqueue((next, still, here));
                }
            }
        }

        return found.Where(one => Stops(one.Key.Stage)).Select(one => one.Value)
            .DefaultIfEmpty(PathLength.None).MinBy(way => way.Days)!;
    }

    public PathLength Longest() => Reached.Where(one => Stops(one.Key.Stage)).Select(one => one.Value)
        .DefaultIfEmpty(PathLength.None).MaxBy(way => way.Days)!;

    public ImmutableArray<string> Excluded() =>
    [
        .. procedure.Acts
            .Where(act => act.Effects.Pause.Any(pause => pause.Clock == clock) && act.To is not null)
            .Select(act => act.To!).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// What one turn of a returning act adds. With h the longest way to a stage, any way is at most the longest one
    /// plus,
    /// for each turn from X back to Y, h(X) − h(Y) and Y's own stay: for a straight line of stages just Y to X. What
    /// <see cref="Reached"/> holds satisfies the one thing this needs: h grows by the stay along every way forward.
    /// </summary>
    public PathLength? Again(Act act)
    {
        PathLength? most = null;
        foreach (var ((stage, still), there) in Reached.Where(one =>
            act.From.Contains(one.Key.Stage) && !act.Effects.Stop.Contains(clock)))
        {
            foreach (var target in Targets(act, stage))
            {
                var stands = StandsAfter(act, still);
                var back = Reached[(target, stands)];
                var stay = Stay(target, stands, longest: true);
                var days = Math.Max(0, there.Days - back.Days + stay.Days);
                most = most is null || days > most.Days ? new(days, Between(there, back, stay)) : most;
            }
        }

        return most;
    }

    private ImmutableArray<string> Starts() =>
    [
        .. procedure.Acts.Where(act => act.Effects.Start.Any(start => start.Clock == clock))
            .SelectMany(act => act.To is null ? act.From : [.. act.From.SelectMany(from => Targets(act, from))])
            .Concat(procedure.Opens.Start.Any(start => start.Clock == clock) ? [procedure.Start] : [])
            .Distinct(StringComparer.Ordinal),
    ];

    private IEnumerable<(string Stage, bool Still)> Back(string stage, bool still) =>
        from act in procedure.Acts
        where act is { Returns: not null, To: not null } && act.From.Contains(stage)
            && !act.Effects.Stop.Contains(clock)
        from target in Targets(act, stage)
        select (target, StandsAfter(act, still));

    private bool Stops(string stage) => procedure.Acts.Any(
        act => act.From.Contains(stage) && !act.BreaksOff && act.Effects.Stop.Contains(clock));

    private Dictionary<(string Stage, bool Still), PathLength> Reach()
    {
        var found = new Dictionary<(string Stage, bool Still), PathLength>();
        Spread(found, Starts().Select(stage => (stage, false, PathLength.None)));

        // A way back can come to a stage in a state no way forward comes to, such as running where the clock stood.
        for (var round = procedure.Stages.Length * 2; round > 0; round--)
        {
            Spread(found, [.. Backs(found).Where(back => !found.ContainsKey(back)).Distinct()
                .Select(back => (
                    back.Stage, back.Still, found.GetValueOrDefault((back.Stage, !back.Still)) ?? PathLength.None))]);
        }

        return found;
    }

    private IEnumerable<(string Stage, bool Still)> Backs(Dictionary<(string Stage, bool Still), PathLength> found) =>
        from act in procedure.Acts
        where act is { Returns.ClockRuns: true, To: not null } && !act.Effects.Stop.Contains(clock)
        from at in found.Keys
        where act.From.Contains(at.Stage)
        from target in Targets(act, at.Stage)
        select (target, StandsAfter(act, at.Still));

    private void Spread(
        Dictionary<(string Stage, bool Still), PathLength> found,
        IEnumerable<(string Stage, bool Still, PathLength Before)> from)
    {
        var open = new Queue<(string Stage, bool Still, PathLength Before)>(from);

        // Without circles a stage is entered at most once for each stage before it on the longest way.
        for (var turns = procedure.Stages.Length * procedure.Stages.Length * procedure.Acts.Length * 4;
            turns > 0 && open.TryDequeue(out var at); turns--)
        {
            var here = at.Before.Then(Stay(at.Stage, at.Still, longest: true));
            if (found.TryGetValue((at.Stage, at.Still), out var known) && known.Days >= here.Days)
            {
                continue;
            }

            found[(at.Stage, at.Still)] = here;
            foreach (var (next, still) in Next(at.Stage, at.Still))
            {
                open.Enqueue((next, still, here));
            }
        }
    }

    private IEnumerable<(string Stage, bool Still)> Next(string stage, bool still)
    {
        foreach (var act in procedure.Acts)
        {
            if (act is { Returns: null, BreaksOff: false, To: { } to } && to != Act.Back && to != stage
                && act.From.Contains(stage) && !act.Effects.Stop.Contains(clock))
            {
                yield return (to, StandsAfter(act, still));
            }
        }

        if (procedure.Stages.FirstOrDefault(one => one.Id == stage)?.Then is { } then)
        {
            yield return (then, still);
        }
    }

    private IEnumerable<string> Targets(Act act, string from) => act.To == Act.Back
        ? procedure.Acts.Where(before => before.To == from && before.To != Act.Back).SelectMany(before => before.From)
            .Concat(procedure.Stages.Where(stage => stage.Then == from).Select(stage => stage.Id))
            .Concat(procedure.Acts.Where(
                next => next.From.Contains(from) && GoesBack(next.To)).Select(next => next.To!))
            .Distinct(StringComparer.Ordinal)
        : [act.To!];

    private bool GoesBack(string? stage) =>
        stage is not null && procedure.Acts.Any(act => act.To == Act.Back && act.From.Contains(stage));

    private bool StandsAfter(Act act, bool still) =>
        (still || act.Effects.Pause.Any(pause => pause.Clock == clock)) && !act.Effects.Resume.Contains(clock);

    private static ImmutableArray<string> Between(PathLength there, PathLength back, PathLength stay) =>
        there.Over.Length >= back.Over.Length
            ? [.. stay.Over, .. there.Over[back.Over.Length..]]
            : there.Over;

    private PathLength Stay(string id, bool still, bool longest)
    {
        var stage = procedure.Stages.FirstOrDefault(one => one.Id == id);
        if (still || stage is null or { End: not null })
        {
            return PathLength.None;
        }

        var planned = stage.Plan && plan is not null
            ? longest ? PathLength.Longest(plan) : PathLength.Shortest(plan)
            : PathLength.None;
        var days = stageDays.TryGetValue(id, out var own) ? own : stage.Days;
        return days == 0 ? planned : planned.Then(new PathLength(days, [id]));
    }
}
