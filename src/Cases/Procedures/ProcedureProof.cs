using System.Collections.Immutable;

namespace Heluo.Cases;

/// <summary>
/// The proof that a limit can be kept: the shortest and the longest way a clock of a procedure can run, in planned
/// working
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
    /// <param name="procedure">The procedure; beyond declared returns its stages hold no cycle, else nothing is
    /// proved.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="plan">The plan worked in the stage that has one; null: none.</param>
    /// <param name="stageDays">Planned days of fixed stages where the subject says otherwise than the
    /// procedure.</param>
    public static ProcedureProof Of(
        Procedure procedure, string clock, PlanNode? plan, IReadOnlyDictionary<string, decimal> stageDays)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(stageDays);
        if (!Cycles(procedure).IsEmpty)
        {
            // No way has a longest length; the check of the procedure refuses it by name.
            return new(PathLength.None, PathLength.None, [], ImmutableDictionary<string, int>.Empty);
        }

        var ways = new ClockWays(procedure, clock, plan, stageDays);
        var longest = ways.Longest();
        var counted = ImmutableDictionary.CreateBuilder<string, int>();
        foreach (var act in procedure.Acts.Where(act => act is { Returns.ClockRuns: true, To: not null }))
        {
            // Each turn adds at most what lies between the stage gone back to and the stage left, both included.
            if (ways.Again(act) is { Days: > 0 } again)
            {
                counted[act.Id] = act.Returns!.AtMost;
                longest =
                    Enumerable.Repeat(again, act.Returns.AtMost).Aggregate(longest, (way, more) => way.Then(more));
            }
        }

        return new(ways.Shortest(), longest, ways.Excluded(), counted.ToImmutable());
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

        return [.. found.Distinct(StringComparer.Ordinal)];

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

    /// <summary>The ways forward out of a stage: act (or stage, when a plan that ends leads on) and where to.</summary>
    internal static IEnumerable<(string Act, string To)> Onward(Procedure procedure, string stage)
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
            yield return (stage, then);
        }
    }

    /// <summary>Every stage that ways forward lead to from a stage, itself included.</summary>
    internal static ImmutableHashSet<string> Ahead(Procedure procedure, string from)
    {
        var seen = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var stage))
        {
            if (seen.Add(stage))
            {
                foreach (var (_, to) in Onward(procedure, stage))
                {
                    open.Push(to);
                }
            }
        }

        return seen.ToImmutable();
    }
}
