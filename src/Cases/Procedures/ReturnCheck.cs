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
            : [];
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
