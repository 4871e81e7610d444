using System.Collections.Immutable;

namespace Heluo.Cases;

/// <summary>
/// The proof that a limit can be kept: the shortest and the longest way a clock of a procedure can run, in planned working
/// days. Stages in which the clock stands still are excluded and named; ways back with a running clock are counted.
/// </summary>
/// <param name="Shortest">The shortest way from the clock's start to its stop.</param>
/// <param name="Longest">The longest way, with every counted way back.</param>
/// <param name="Excluded">Stages on which the clock stands still.</param>
/// <param name="Counted">Returning acts that are counted: act and how often.</param>
public sealed record ProcedureProof(
    PathLength Shortest, PathLength Longest, ImmutableArray<string> Excluded, ImmutableDictionary<string, int> Counted)
{
    /// <summary>Proves a clock of a procedure for a plan.</summary>
    /// <param name="procedure">The procedure; its stages must hold no cycle beyond declared returns.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="plan">The plan worked in the stage that has one; null: none.</param>
    /// <param name="stageDays">Planned days of fixed stages where the subject says otherwise than the procedure.</param>
    public static ProcedureProof Of(
        Procedure procedure, string clock, PlanNode? plan, IReadOnlyDictionary<string, decimal> stageDays)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(stageDays);
        var ways = new Ways(procedure, clock, plan, stageDays);
        var starts = ways.Starts();
        var shortest = starts.Select(stage => ways.Way(stage, paused: false, longest: false))
            .OfType<PathLength>().DefaultIfEmpty(PathLength.None).MinBy(way => way.Days)!;
        var longest = starts.Select(stage => ways.Way(stage, paused: false, longest: true))
            .OfType<PathLength>().DefaultIfEmpty(PathLength.None).MaxBy(way => way.Days)!;

        var counted = ImmutableDictionary.CreateBuilder<string, int>();
        foreach (var act in procedure.Acts.Where(act => act is { Returns.ClockRuns: true, To: not null }))
        {
            var again = act.From.Select(from => ways.Between(act.To!, from)).MaxBy(way => way.Days)!;
            if (again.Days > 0)
            {
                counted[act.Id] = act.Returns!.AtMost;
                longest = Enumerable.Repeat(again, act.Returns.AtMost).Aggregate(longest, (way, more) => way.Then(more));
            }
        }

        return new(shortest, longest, ways.Excluded(), counted.ToImmutable());
    }

    /// <summary>The acts that close a circle of stages without declaring a return; empty: sound.</summary>
    public static ImmutableArray<string> Cycles(Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var state = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var stage in procedure.Stages)
        {
            Visit(stage.Id);
        }

        return found.ToImmutable();

        void Visit(string stage)
        {
            if (!state.TryAdd(stage, 1))
            {
                return;
            }

            foreach (var (act, to) in Onward(procedure, stage))
            {
                if (state.TryGetValue(to, out var seen) && seen == 1)
                {
                    found.Add(act);
                }
                else
                {
                    Visit(to);
                }
            }

            state[stage] = 2;
        }
    }

    private static IEnumerable<(string Act, string To)> Onward(Procedure procedure, string stage)
    {
        foreach (var act in procedure.Acts)
        {
            if (act.Returns is null && act.To is { } to && to != Act.Back && to != stage && act.From.Contains(stage))
            {
                yield return (act.Id, to);
            }
        }

        if (procedure.Stages.FirstOrDefault(one => one.Id == stage)?.Then is { } then)
        {
            yield return ("", then);
        }
    }

    private sealed class Ways(
        Procedure procedure, string clock, PlanNode? plan, IReadOnlyDictionary<string, decimal> stageDays)
    {
        private readonly Dictionary<(string, bool, bool), PathLength?> known = [];

        public ImmutableArray<string> Starts()
        {
            var starts = procedure.Acts
                .Where(act => act.To is not null && act.To != Act.Back && act.Effects.Start.Any(start => start.Clock == clock))
                .Select(act => act.To!);
            if (procedure.Opens.Start.Any(start => start.Clock == clock))
            {
                starts = starts.Prepend(procedure.Start);
            }

            return [.. starts.Distinct(StringComparer.Ordinal)];
        }

        public ImmutableArray<string> Excluded() =>
        [
            .. procedure.Acts
                .Where(act => act.Effects.Pause.Any(pause => pause.Clock == clock) && act.To is not null)
                .Select(act => act.To!).Distinct(StringComparer.Ordinal),
        ];

        /// <summary>The way from entering a stage until an act stops the clock; null when no act ever does.</summary>
        public PathLength? Way(string stage, bool paused, bool longest)
        {
            if (known.TryGetValue((stage, paused, longest), out var way))
            {
                return way;
            }

            known[(stage, paused, longest)] = null;
            var ways = new List<PathLength>();
            foreach (var act in procedure.Acts.Where(act => act.From.Contains(stage) && !act.BreaksOff))
            {
                if (act.Effects.Stop.Contains(clock))
                {
                    ways.Add(PathLength.None);
                }
                else if (act.Returns is null && act.To is { } to && to != Act.Back && to != stage)
                {
                    var stands = (paused || act.Effects.Pause.Any(pause => pause.Clock == clock))
                        && !act.Effects.Resume.Contains(clock);
                    Add(ways, Way(to, stands, longest));
                }
            }

            if (procedure.Stage(stage).Then is { } then)
            {
                Add(ways, Way(then, paused, longest));
            }

            var rest = longest ? ways.MaxBy(one => one.Days) : ways.MinBy(one => one.Days);
            return known[(stage, paused, longest)] = rest is null ? null : Stay(stage, paused, longest).Then(rest);
        }

        /// <summary>The longest way from one stage to a later one, both included.</summary>
        public PathLength Between(string from, string to)
        {
            if (from == to)
            {
                return Stay(to, paused: false, longest: true);
            }

            PathLength? best = null;
            foreach (var (_, next) in Onward(procedure, from))
            {
                if (next == to || Reaches(next, to))
                {
                    var way = Between(next, to);
                    best = best is null || way.Days > best.Days ? way : best;
                }
            }

            return best is null ? PathLength.None : Stay(from, paused: false, longest: true).Then(best);
        }

        private bool Reaches(string from, string to) =>
            from == to || Onward(procedure, from).Any(next => Reaches(next.To, to));

        private static void Add(List<PathLength> ways, PathLength? way)
        {
            if (way is not null)
            {
                ways.Add(way);
            }
        }

        private PathLength Stay(string id, bool paused, bool longest)
        {
            var stage = procedure.Stage(id);
            if (paused || stage.End is not null)
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
}
