using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public class IncidentTests
{
    private static readonly Actor Acceptor = CityWorld.Officer("acceptor", area: "410105");
    private static readonly Actor Dispatcher = CityWorld.Officer("dispatcher", area: "410105");
    private static readonly Actor Handler = CityWorld.Officer("handler", "jinshui-city-management", "410105");
    private static readonly Actor Inspector = CityWorld.Officer("inspector", area: "410105");

    private static async Task<Case> DispatchedAsync(CityWorld world)
    {
        var state = (await world.OpenAsync(
            "incident", "exposed-rubbish", by: null, ("setting", "street"), ("place", "A"))).Value;
        state = await world.DoAsync(state, Acceptor, "file");
        return await world.DoAsync(state, Dispatcher, "dispatch", ("agency", Handler.Duties[0].Agency!));
    }

    [Fact]
    public async Task An_incident_goes_from_report_to_close_in_rolling_office_hours()
    {
        await using var world = await CityWorld.AtAsync("2026-02-13T16:30");
        var state = (await world.OpenAsync(
            "incident", "exposed-rubbish", by: null, ("setting", "street"), ("place", "A"))).Value;
        state.Number.ShouldBe("SJ-410105-20260213-0001");
        world.Cases.Clocks(state).Single().Due.At.ShouldBe(world.InstantOf("2026-02-13T17:00"));

        state = await world.DoAsync(state, Acceptor, "file");
        state = await world.DoAsync(state, Dispatcher, "dispatch", ("agency", "jinshui-city-management"));
        state.Desk.ShouldBe("handler");

        // Four work hours from 16:30: one and a half today, the rest on the Saturday that is worked before the holiday.
        world.Cases.Clocks(
            state).Single(one => one.Clock.Id == "handling").Due.At.ShouldBe(world.InstantOf("2026-02-14T10:30"));

        world.At("2026-02-14T09:00");
        state = await world.DoAsync(state, Handler, "report-done", ("what", "swept"));
        state.Stage.ShouldBe("inspecting");
        state = await world.DoAsync(state, Inspector, "close", ("finding", "clean"));
        state.End.ShouldBe("closed");
        world.Cases.Clocks(state).All(one => !one.Due.Late).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_handled_it_does_not_close_it()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var state = await DispatchedAsync(world);
        var both = Handler with { Duties = [.. Handler.Duties, .. Inspector.Duties] };
        state = await world.DoAsync(state, both, "report-done", ("what", "swept"));
        (await world.TryAsync(
            state, both, "close", step: null, ("finding", "fine"))).Refusal!.Code.ShouldBe("act.not_yours");
        world.Cases.Allowed(state, both).ShouldBeEmpty();
        (await world.DoAsync(state, Inspector, "close", ("finding", "fine"))).End.ShouldBe("closed");
    }

    [Fact]
    public async Task Rework_goes_on_with_the_clock_and_the_reporter_may_reopen()
    {
        await using var world = await CityWorld.AtAsync("2026-03-02T09:00");
        var state = await DispatchedAsync(world);
        world.At("2026-03-02T11:00");
        state = await world.DoAsync(state, Handler, "report-done", ("what", "swept"));
        world.At("2026-03-02T11:30");
        state = await world.DoAsync(state, Inspector, "rework", ("reason", "half of it is left"));
        state.Desk.ShouldBe("handler");
        world.Cases.Clocks(
            state).Single(one => one.Clock.Id == "handling").Due.At.ShouldBe(world.InstantOf("2026-03-02T15:30"));

        state = await world.DoAsync(state, Handler, "report-done", ("what", "all of it"));
        state = await world.DoAsync(state, Inspector, "close", ("finding", "clean"));
        state = await world.DoAsync(state, CityWorld.Resident(), "reopen", ("reason", "it is back"));
        state.End.ShouldBeNull();
        state.Stage.ShouldBe("filed");
    }
}
