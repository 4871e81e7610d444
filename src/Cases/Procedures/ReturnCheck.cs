namespace Heluo.Cases;

/// <summary>Whether acts that say they return do: back to an earlier stage, and with the clocks as they say.</summary>
internal static class ReturnCheck
{
    private static readonly Dictionary<string, decimal> NoDays = [];

    public static IEnumerable<(string Code, string Message)> Faults(Procedure procedure)
    {
        var stages = procedure.Stages.Select(stage => stage.Id).ToHashSet(StringComparer.Ordinal);
        var known = procedure.Acts.All(
            act => act.From.All(stages.Contains) && (act.To is null or Act.Back || stages.Contains(act.To)))
            && procedure.Stages.All(stage => stage.Then is null || stages.Contains(stage.Then))
            && stages.Contains(procedure.Start);
        return known && ProcedureProof.Cycles(procedure).IsEmpty
            ? procedure.Acts.Where(act => act.Returns is not null).SelectMany(act => Faults(procedure, act))
                .Concat(Twice(procedure))
            : [];
    }

    // A case knows the one stage it came from. That is enough as long as nobody goes back twice in a row: then a stage
    // with a way back was always entered forward, and what it was entered from is what the case remembers.
    private static IEnumerable<(string, string)> Twice(Procedure procedure)
    {
        var left = procedure.Acts.Where(act => act.To == Act.Back).SelectMany(act => act.From)
            .ToHashSet(StringComparer.Ordinal);
        if (left.Contains(procedure.Start))
        {
            yield return (
                "procedure.back_twice", $"A way back leads out of {procedure.Start}, where nothing was before.");
        }

        var entries = procedure.Acts.Where(act => act.To is not null and not Act.Back)
            .SelectMany(act => act.From.SelectMany(
                from => Through(procedure, act.To!).Select(to => (From: from, To: to))))
            .Concat(procedure.Stages.Where(stage => stage.Then is not null)
                .Select(stage => (From: stage.Id, To: stage.Then!)));
        foreach (var (from, to) in entries.Where(one => left.Contains(one.From) && left.Contains(one.To)).Distinct())
        {
            yield return (
                "procedure.back_twice",
                $"Ways back lead out of {to} and out of {from} before it; a case remembers one stage, not two.");
        }
    }

    // A stage whose plan turns out empty is passed through.
    private static IEnumerable<string> Through(Procedure procedure, string to)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var stage = to; stage is not null && passed.Add(stage);)
        {
            yield return stage;
            stage = procedure.Stages.FirstOrDefault(one => one.Id == stage)?.Then;
        }
    }

    private static IEnumerable<(string, string)> Faults(Procedure procedure, Act act)
    {
        if (act.To is null || (act.To != Act.Back
            && ProcedureProof.Ahead(procedure, act.To) is var ahead && act.From.Any(from => !ahead.Contains(from))))
        {
            yield return ("procedure.no_return", $"{act.Id} says that it returns, but leads to no earlier stage.");
        }

        if (act.Returns!.ClockRuns)
        {
            yield break;
        }

        foreach (var clock in procedure.Clocks.Keys.Where(clock => !act.Effects.Stop.Contains(clock))
            .Order(StringComparer.Ordinal))
        {
            var ways = new ClockWays(procedure, clock, plan: null, NoDays);
            if (act.From.FirstOrDefault(from => ways.Reached.ContainsKey((from, false))) is { } stage)
            {
                yield return ("procedure.return_runs", $"{act.Id} says that clocks stop, but {clock} runs in {stage}.");
            }
        }
    }
}
