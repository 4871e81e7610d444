using System.Collections.Immutable;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public class ProcedureCheckTests
{
    private static readonly Effects Stop = new() { Stop = ["c"] };

    private static readonly Procedure Sound = Trial.Procedure(
        [Trial.Stage("a", 1), Trial.Stage("b", 2), Trial.Stage("z", end: "done")],
        Trial.Act("ab", "a", "b"),
        Trial.Act("bz", "b", "z") with { Effects = Stop },
        Trial.Act("run-out", "a b", "z", Who.House) with { Effects = Stop }) with
    {
        Clocks = ImmutableDictionary<string, ClockRule>.Empty.Add("c", Trial.Clock("c")),
        Opens = new() { Start = [new("c", null)] },
        Timers = [new("c", "run-out")],
    };

    public static TheoryData<string> Codes { get; } = new(Faulty.Keys.Order(StringComparer.Ordinal));

    private static Dictionary<string, Func<Procedure>> Faulty => new(StringComparer.Ordinal)
    {
        ["procedure.no_stage"] = () => With(Trial.Act("x", "a", "nowhere")),
        ["procedure.no_act"] = () => With(Trial.Act("x", "a", "b") with { Who = [new("worker", ["nothing"])] }),
        ["procedure.nobody"] = () => With(Trial.Act("x", "a", "b", who: "")),
        ["procedure.no_role"] = () => With(Trial.Act("x", "a", "b", who: "stranger")),
        ["procedure.no_party"] = () =>
            With(Trial.Act("x", "a", "b") with { Effects = new() { Notices = [new("nobody", "t")] } }),
        ["procedure.no_clock"] = () => With(Trial.Act("x", "a", "b") with { Effects = new() { Resume = ["d"] } }),
        ["procedure.no_param"] = () => Sound with
        {
            Clocks = Sound.Clocks.SetItem("c", Trial.Clock("c") with { Limit = null, Param = "p" }),
        },
        ["procedure.clock_never_stops"] = () => Sound with { Clocks = Sound.Clocks.Add("d", Trial.Clock("d")) },
        ["procedure.cycle"] = () => With(Trial.Act("x", "b", "a")),
        ["procedure.dead_end"] = () =>
            With(Trial.Act("x", "a", "side")) with { Stages = Sound.Stages.Add(Trial.Stage("side")) },
        ["procedure.unreachable"] = () =>
            With(Trial.Act("x", "side", "z")) with { Stages = Sound.Stages.Add(Trial.Stage("side")) },
        ["procedure.timer_act"] = () => Sound with { Timers = [new("c", "bz")] },
        ["procedure.timer_goes_on"] = () =>
            With(Trial.Act("remind", "a b", to: null, Who.House)) with { Timers = [new("c", "remind")] },
        ["procedure.no_return"] = () => With(Trial.Act("x", "a", "b") with { Returns = new(ClockRuns: true, 2) }),
        ["procedure.return_runs"] = () => With(Trial.Act("x", "b", "a") with { Returns = new(ClockRuns: false, 0) }),
    };

    [Fact]
    public void A_sound_procedure_has_no_fault() => Of(Sound).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_fault_is_found_once_and_nothing_else(string code) => Of(Faulty[code]()).ShouldBe([code]);

    [Fact]
    public void Going_back_without_saying_what_clocks_do_is_a_circle() =>
        Of(With(Trial.Act("x", "b", Act.Back))).ShouldBe(["procedure.cycle"]);

    [Fact]
    public void Everything_wrong_at_once_is_told_at_once() => Of(Sound with
    {
        Start = "nowhere",
        Timers = [new("d", "nothing")],
        Acts = [.. Sound.Acts, Trial.Act("x", "y", "y", who: "stranger")],
    }).Distinct().ShouldBe(
        ["procedure.no_stage", "procedure.no_act", "procedure.no_role", "procedure.no_clock", "procedure.unreachable"],
        ignoreOrder: true);

    [Theory]
    [InlineData("returns: {clock: runs}", "procedure.return_unbounded")]
    [InlineData("returns: {clock: stands}", "pack.unknown_value")]
    [InlineData("wings: 2", "pack.unknown_key")]
    public void An_act_that_is_written_wrongly_is_refused_at_its_line(string key, string code)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Pack("china"), "procedures/incident.yaml"));
        var broken = text.Replace("returns: {clock: runs, at-most: 3}", key, StringComparison.Ordinal);
        broken.ShouldNotBe(text);
        var faults = TrialPack.Check(("procedures/incident.yaml", broken));
        faults.Select(fault => fault.Code).ShouldContain(code);
        faults.ShouldAllBe(fault => fault.File.EndsWith("incident.yaml", StringComparison.Ordinal) && fault.Line > 0);
    }

    [Fact]
    public void The_procedures_of_the_country_are_sound() =>
        TrialPack.Check().ShouldBeEmpty();

    private static Procedure With(params Act[] more) => Sound with { Acts = [.. Sound.Acts, .. more] };

    private static string[] Of(Procedure procedure) =>
        [.. ProcedureCheck.Faults(procedure, role => role == "worker").Select(fault => fault.Code)];
}
