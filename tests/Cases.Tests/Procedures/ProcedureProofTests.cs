using System.Collections.Immutable;
using CsCheck;

namespace Heluo.Cases.Tests;

public class ProcedureProofTests
{
    private static readonly ImmutableDictionary<string, decimal> NoDays = ImmutableDictionary<string, decimal>.Empty;

    [Fact]
    public void No_walk_is_longer_than_the_longest_way_or_shorter_than_the_shortest() =>
        Gen.Select(Gen.Int, Gen.Int).Sample((shape, steps) =>
        {
            var procedure = Random(new Random(shape));
            var proof = ProcedureProof.Of(procedure, "c", plan: null, NoDays);
            var random = new Random(steps);
            for (var i = 0; i < 40; i++)
            {
                if (Walk(procedure, random) is { } days)
                {
                    days.ShouldBeLessThanOrEqualTo(proof.Longest.Days);
                    days.ShouldBeGreaterThanOrEqualTo(proof.Shortest.Days);
                }
            }
        }, iter: 2_000);

    [Fact]
    public void A_line_with_one_way_back_is_counted_exactly()
    {
        var procedure = Line(Trial.Act("again", "c", "b") with { Returns = new(ClockRuns: true, 2) });
        var proof = ProcedureProof.Of(procedure, "c", plan: null, NoDays);
        proof.Shortest.Days.ShouldBe(7);
        proof.Longest.Days.ShouldBe(7 + (2 * 6));
        proof.Longest.Over.ShouldBe(["a", "b", "c", "b", "c", "b", "c"]);
        proof.Counted.ShouldBe(new Dictionary<string, int> { ["again"] = 2 });
    }

    [Fact]
    public void A_way_back_to_where_it_came_from_is_counted_too()
    {
        var aside = Trial.Act("aside", "b", "side");
        var back = Trial.Act("rejoin", "side", Act.Back) with { Returns = new(ClockRuns: true, 3) };
        var procedure = Line(aside, back);
        procedure = procedure with { Stages = procedure.Stages.Add(Trial.Stage("side", 10)) };
        var proof = ProcedureProof.Of(procedure, "c", plan: null, NoDays);
        proof.Counted.Keys.ShouldBe(["rejoin"]);
        proof.Longest.Days.ShouldBe(7 + (3 * (2 + 10)));
    }

    [Fact]
    public void Stages_on_which_the_clock_stands_are_excluded_and_named()
    {
        var wait = Trial.Act("wait", "b", "hold") with { Effects = new() { Pause = [new("c", null, null)] } };
        var on = Trial.Act("on", "hold", "c") with { Effects = new() { Resume = ["c"] } };
        var procedure = Line(wait, on);
        procedure = procedure with { Stages = procedure.Stages.Add(Trial.Stage("hold", 100)) };
        var proof = ProcedureProof.Of(procedure, "c", plan: null, NoDays);
        proof.Excluded.ShouldBe(["hold"]);
        proof.Longest.Days.ShouldBe(7);
    }

    [Fact]
    public void A_clock_started_without_leaving_the_stage_counts_from_there()
    {
        var procedure = Line(Trial.Act("begin", "b") with { Effects = new() { Start = [new("c", null)] } }) with
        {
            Opens = Effects.None,
        };
        ProcedureProof.Of(procedure, "c", plan: null, NoDays).Longest.Days.ShouldBe(6);
    }

    [Fact]
    public void Circles_are_found_also_through_a_plans_end()
    {
        ProcedureProof.Cycles(Line(Trial.Act("again", "c", "b"))).ShouldBe(["again"]);
        ProcedureProof.Cycles(
            Line(Trial.Act("again", "c", "b") with { Returns = new(ClockRuns: true, 1) })).ShouldBeEmpty();
        var plan = Line() with { };
        plan = plan with { Stages = plan.Stages.SetItem(2, plan.Stages[2] with { Plan = true, Then = "a" }) };
        ProcedureProof.Cycles(plan).ShouldBe(["c"]);
    }

    private static Procedure Line(params Act[] more)
    {
        var stop = new Effects { Stop = ["c"] };
        return Trial.Procedure(
            [Trial.Stage("a", 1), Trial.Stage("b", 2), Trial.Stage("c", 4), Trial.Stage("z", 50, "done")],
            [
                Trial.Act("ab", "a", "b"), Trial.Act("bc", "b", "c"), Trial.Act("cz", "c", "z") with { Effects = stop },
                .. more,
            ]) with
        {
            Clocks = ImmutableDictionary<string, ClockRule>.Empty.Add("c", Trial.Clock("c")),
            Opens = new() { Start = [new("c", null)] },
        };
    }

    // Stages in a row, acts forward at random, some that let the clock stand or run on, and ways
    // back to earlier stages.
    private static Procedure Random(Random random)
    {
        var count = random.Next(3, 7);
        ImmutableArray<Stage> stages =
            [.. Enumerable.Range(
                0, count).Select(i => Trial.Stage($"s{i}", random.Next(6))), Trial.Stage("end", 9, "done")];
        var acts = new List<Act>();
        for (var i = 0; i < count; i++)
        {
            acts.Add(Trial.Act($"on{i}", $"s{i}", i + 1 < count ? $"s{i + 1}" : "end") with { Effects = Touch(
                random, i + 1 == count) });
            if (i + 2 < count && random.Next(2) == 0)
            {
                acts.Add(Trial.Act($"jump{i}", $"s{i}", $"s{random.Next(
                    i + 2, count)}") with { Effects = Touch(random, stop: false) });
            }

            if (i > 0 && random.Next(3) == 0)
            {
                var to = random.Next(3) == 0 ? Act.Back : $"s{random.Next(0, i)}";
                acts.Add(Trial.Act($"back{i}", $"s{i}", to) with { Returns = new(ClockRuns: true, random.Next(1, 3)) });
            }
        }

        return Trial.Procedure(stages, [.. acts]) with
        {
            Opens = new() { Start = [new("c", null)] },
            Clocks = ImmutableDictionary<string, ClockRule>.Empty.Add("c", Trial.Clock("c")),
        };
    }

    private static Effects Touch(Random random, bool stop) => random.Next(6) switch
    {
        _ when stop => new() { Stop = ["c"] },
        0 => new() { Pause = [new("c", null, null)] },
        1 => new() { Resume = ["c"] },
        2 => new() { Stop = ["c"] },
        _ => Effects.None,
    };

    private static decimal? Walk(Procedure procedure, Random random)
    {
        var (stage, before, still) = (procedure.Start, procedure.Start, false);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        decimal days = procedure.Stage(stage).Days;
        for (var turns = 0; turns < 200; turns++)
        {
            var acts = procedure.Acts.Where(act => act.From.Contains(stage)
                && (act.Returns is not { } back || taken.GetValueOrDefault(act.Id) < back.AtMost)).ToArray();
            if (acts.Length == 0)
            {
                return null;
            }

            var act = acts[random.Next(acts.Length)];
            taken[act.Id] = taken.GetValueOrDefault(act.Id) + 1;
            if (act.Effects.Stop.Length > 0)
            {
                return days;
            }

            still = (still || act.Effects.Pause.Length > 0) && act.Effects.Resume.IsEmpty;
            (stage, before) = (act.To == Act.Back ? before : act.To!, stage);
            days += still ? 0 : procedure.Stage(stage).Days;
        }

        return null;
    }
}
