using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>What makes a procedure sound, beyond its form: everything it names exists, every stage can be reached and
/// left,
/// and it goes in circles only where it says what the clock does.</summary>
internal static class ProcedureCheck
{
    public static void Run(PackChecking checking, Dated<Procedure> dated)
    {
        foreach (var version in dated.Versions)
        {
            foreach (var (code, message) in Faults(version.Value, role => checking.Knows("role", role)))
            {
                checking.Fault(version.At, code, $"Procedure {dated.Id}, version {version.Number}: {message}");
            }

            if (checking.IsWhole)
            {
                RuleCheck.Procedure(checking, version.Value);
            }
        }
    }

    public static IEnumerable<(string Code, string Message)> Faults(Procedure procedure, Func<string, bool> isRole) =>
        Names(procedure, isRole)
            .Concat(Clocks(procedure))
            .Concat(Timers(procedure))
            .Concat(Ways(procedure))
            .Concat(ReturnCheck.Faults(procedure));

    private static IEnumerable<(string, string)> Names(Procedure procedure, Func<string, bool> isRole)
    {
        var stages = procedure.Stages.Select(stage => stage.Id).Append(Act.Back).ToHashSet(StringComparer.Ordinal);
        var acts = procedure.Acts.Select(act => act.Id).ToHashSet(StringComparer.Ordinal);
        var targets =
            procedure.Acts.SelectMany(act => act.From.Append(act.To ?? act.From[0]).Select(stage => (act.Id, stage)))
            .Concat(procedure.Stages.Where(stage => stage.Then is not null).Select(stage => (stage.Id, stage.Then!)))
            .Append(("start", procedure.Start));
        foreach (var (where, stage) in targets.Where(target => !stages.Contains(target.Item2)).Distinct())
        {
            yield return ("procedure.no_stage", $"{where} names the stage {stage}, which does not exist.");
        }

        foreach (var timer in procedure.Timers.Where(timer => !acts.Contains(timer.Act)))
        {
            yield return ("procedure.no_act", $"A timer names the act {timer.Act}, which does not exist.");
        }

        foreach (var act in procedure.Acts)
        {
            foreach (var not in act.Who.SelectMany(who => who.Not).Where(not => !acts.Contains(not)))
            {
                yield return ("procedure.no_act", $"{act.Id} names the act {not}, which does not exist.");
            }

            if (act.Who.IsEmpty && !act.OnStep)
            {
                yield return ("procedure.nobody", $"Nobody may perform {act.Id}.");
            }
        }

        var names = procedure.Acts.SelectMany(act => act.Who).Select(who => who.Name)
            .Concat(procedure.Stages.Select(stage => stage.Desk).OfType<string>()).Distinct();
        foreach (var name in names.Where(name =>
            name != Who.House && !procedure.Parties.Contains(name) && !isRole(name)))
        {
            yield return ("procedure.no_role", $"{name} is neither a role, a party nor the house.");
        }

        foreach (var notice in procedure.Acts.SelectMany(act => act.Effects.Notices)
            .Where(notice => !procedure.Parties.Contains(notice.To)))
        {
            yield return ("procedure.no_party", $"A notice goes to {notice.To}, which is no party.");
        }
    }

    private static IEnumerable<(string, string)> Clocks(Procedure procedure)
    {
        var named = procedure.Acts.Select(act => act.Effects).Append(procedure.Opens).SelectMany(Named)
            .Concat(procedure.Stages.Select(stage => stage.Light).OfType<string>())
            .Concat(procedure.Timers.Select(timer => timer.Clock))
            .Distinct();
        foreach (var clock in named.Where(clock => !procedure.Clocks.ContainsKey(clock)))
        {
            yield return ("procedure.no_clock", $"The clock {clock} does not exist.");
        }

        foreach (var clock in procedure.Clocks.Values)
        {
            if (clock.Param is { } param && !procedure.Params.Contains(param))
            {
                yield return (
                    "procedure.no_param", $"The clock {clock.Id} takes its limit from {param}, which is no param.");
            }

            if (!procedure.Acts.Any(act => act.Effects.Stop.Contains(clock.Id)))
            {
                yield return ("procedure.clock_never_stops", $"No act stops the clock {clock.Id}.");
            }
        }
    }

    // The house answers no question, and a timer whose clock runs on would fire for ever.
    private static IEnumerable<(string, string)> Timers(Procedure procedure)
    {
        foreach (var timer in procedure.Timers)
        {
            if (procedure.Find(timer.Act) is not { } act)
            {
                continue;
            }

            if (act.Who.All(who => who.Name != Who.House) || act.OnStep || act.Form.Any(field => field.Required))
            {
                yield return ("procedure.timer_act", $"The house cannot perform {act.Id} by itself.");
            }

            if (!act.Effects.Stop.Contains(timer.Clock) && act.Effects.Start.All(start => start.Clock != timer.Clock)
                && !(timer.AtCap && act.Effects.Resume.Contains(timer.Clock)))
            {
                yield return (
                    "procedure.timer_goes_on", $"{act.Id} neither stops nor restarts the clock {timer.Clock}.");
            }

            if (timer.AtCap && !procedure.Acts.SelectMany(one => one.Effects.Pause).Concat(procedure.Opens.Pause).Any(
                pause => pause.Clock == timer.Clock && pause.Cap is not null))
            {
                yield return ("procedure.timer_no_cap", $"No pause of the clock {timer.Clock} has a cap.");
            }
        }
    }

    private static IEnumerable<string> Named(Effects effects) =>
        effects.Start.Select(start => start.Clock)
            .Concat(effects.Start.Select(start => start.Since).OfType<string>())
            .Concat(effects.Stop)
            .Concat(effects.Pause.Select(pause => pause.Clock))
            .Concat(effects.Resume)
            .Concat(effects.Extend.Select(extend => extend.Clock));

    private static IEnumerable<(string, string)> Ways(Procedure procedure)
    {
        foreach (var act in ProcedureProof.Cycles(procedure))
        {
            yield return (
                "procedure.cycle", $"{act} closes a circle of stages; say under \"returns\" what the clock does.");
        }

        foreach (var act in procedure.Acts.Where(act => act.To == Act.Back && act.Returns is null))
        {
            yield return ("procedure.cycle", $"{act.Id} goes back; say under \"returns\" what the clock does.");
        }

        var reached = new HashSet<string>(StringComparer.Ordinal) { procedure.Start };
        for (var grew = true; grew;)
        {
            grew = procedure.Acts.Where(act => act.To is not null && act.From.Any(reached.Contains))
                .Count(act => reached.Add(act.To!)) > 0;
            grew |= procedure.Stages.Where(stage => stage.Then is not null && reached.Contains(stage.Id))
                .Count(stage => reached.Add(stage.Then!)) > 0;
        }

        foreach (var stage in procedure.Stages)
        {
            if (!reached.Contains(stage.Id))
            {
                yield return ("procedure.unreachable", $"No act leads to the stage {stage.Id}.");
            }

            if (stage.End is null && stage.Then is null
                && !procedure.Acts.Any(act => act.To is not null && act.From.Contains(stage.Id)))
            {
                yield return ("procedure.dead_end", $"No act leads out of the stage {stage.Id}, which is no end.");
            }
        }
    }
}
