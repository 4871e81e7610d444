using Heluo.Kernel;
using Heluo.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heluo.Cases.Tests.Clocks;

public class TimerTests
{
    private static Task<Case> ReadAsync(CityWorld world, Case state) =>
        world.Cases.ReadAsync(state.Number, Actor.House, CancellationToken.None).ContinueWith(
            read => read.Result.Value, TaskScheduler.Default);

    private static ClockTurn Acceptance(Case state) => new(state.Key, "acceptance", 1);

    private static TimerWatch Watch(CityWorld world) => new(
        world.Index, world.Cases, world.Clock, world.Doubt, NullLogger<TimerWatch>.Instance);

    [Fact]
    public async Task A_timer_delivered_again_has_one_effect_also_after_restarts_and_when_its_id_is_forgotten()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        world.At("2021-03-10T09:00");
        (await world.Cases.WakeAsync(Acceptance(state), CancellationToken.None)).IsRefused.ShouldBeFalse();
        var (once, head) = (await ReadAsync(world, state), world.Store.Head);
        once.Stage.ShouldBe("review");
        for (var i = 0; i < 3; i++)
        {
            (await world.Cases.WakeAsync(Acceptance(state), CancellationToken.None)).IsRefused.ShouldBeFalse();
            await world.RestartAsync();
            await world.Timers.FireAsync(CancellationToken.None);
            world.Clock.Advance(TimeSpan.FromHours(49));
        }

        (await ReadAsync(world, state)).Version.ShouldBe(once.Version);
        world.Store.Head.ShouldBe(head);
    }

    [Fact]
    public async Task Two_watches_at_once_have_one_effect()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var cases = new List<Case>();
        for (var i = 0; i < 20; i++)
        {
            cases.Add(await world.OpenShopAsync());
        }

        world.At("2021-03-10T09:00");
        using var other = Watch(world);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            (i % 2 == 0 ? world.Timers : other).FireAsync(CancellationToken.None))));
        foreach (var state in cases)
        {
            var after = await ReadAsync(world, state);
            (after.Stage, after.Version, after.Acts["deem-accept"].Times).ShouldBe(("review", state.Version + 1, 1));
        }

        world.Index.DueBy(world.Clock.Now(), 100).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_crash_between_commit_and_acknowledgement_leaves_one_effect()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        world.At("2021-03-10T09:00");

        // The commit is on its way and nobody hears the answer; the watch of the next life delivers the timer again.
        _ = world.Cases.WakeAsync(Acceptance(state), CancellationToken.None);
        await world.RestartAsync();
        await world.Cases.WakeAsync(Acceptance(state), CancellationToken.None);
        await world.Timers.FireAsync(CancellationToken.None);
        var after = await ReadAsync(world, state);
        (after.Stage, after.Version).ShouldBe(("review", state.Version + 1));
    }

    [Fact]
    public async Task A_timer_whose_case_has_moved_on_does_nothing()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var accepted = await world.OpenShopAsync();
        accepted = (await world.GiveAsync(accepted, accepted.Clerk(), "application-form", "business-licence")).Value;
        accepted = await world.DoAsync(accepted, accepted.Clerk(), "accept");
        var waiting = await world.OpenShopAsync();
        waiting = await world.DoAsync(waiting, waiting.Clerk(), "request-correction", ("points", new[] { "x" }));
        var gone = await world.OpenShopAsync();
        gone = await world.DoAsync(gone, CityWorld.Resident(), "withdraw");
        var head = world.Store.Head;
        world.At("2021-03-10T09:00");
        foreach (var state in new[] { accepted, waiting, gone })
        {
            (await world.Cases.WakeAsync(Acceptance(state), CancellationToken.None)).Value.Version
                .ShouldBe(state.Version);
            (await world.Cases.WakeAsync(new(state.Key, "acceptance", 7), CancellationToken.None)).Value.Version
                .ShouldBe(state.Version);
            (await world.Cases.WakeAsync(new(state.Key, "law", 1, Pause: 1), CancellationToken.None)).Value.Version
                .ShouldBe(state.Version);
        }

        (await world.Cases.WakeAsync(new("nothing", "acceptance", 1), CancellationToken.None)).Value.Exists
            .ShouldBeFalse();
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
        world.Store.Head.ShouldBe(head);
    }

    [Fact]
    public async Task A_provisional_date_never_fires_until_the_calendar_is_published()
    {
        await using var world = await CityWorld.AtAsync("2026-12-28T09:00");
        var state = await world.OpenShopAsync();
        world.Cases.Clocks(state).Single().Due.Provisional.ShouldBeTrue();
        world.At("2027-02-01T09:00");
        world.Index.DueBy(world.Clock.Now(), 10).ShouldBeEmpty();
        (await world.Cases.WakeAsync(Acceptance(state), CancellationToken.None)).Value.Stage.ShouldBe("received");

        // The notice comes: New Year's Day to the third, so five working days end on the sixth.
        await world.RestartAsync(CityWorld.Changed(("china/calendar/2027.yaml", _ => """
            calendar: cn
            year: 2027
            notices:
              - id: cn-2027-1
                published: 2026-12-30
                source: trial
                holidays:
                  - name: {zh: 元旦, en: New Year}
                    from: 2027-01-01
                    to: 2027-01-03
            """)));
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(1);
        var after = await ReadAsync(world, state);
        after.Acts["deem-accept"].At.ShouldBe(world.InstantOf("2027-01-06T00:00"));
        after.Documents[^1].Number.ShouldStartWith("2027-");
    }

    [Fact]
    public async Task A_cap_that_ends_past_the_published_calendar_waits_for_it_without_blocking_other_timers()
    {
        await using var world = await CityWorld.AtAsync("2026-11-02T09:00");
        var state = await world.OpenShopAsync();
        state = (await world.GiveAsync(state, state.Clerk(), "application-form", "business-licence")).Value;
        state = await world.DoAsync(state, state.Clerk(), "accept");
        state = await world.DoAsync(
            state, state.Reviewer(), "begin-special", ("kind", "testing"), ("days", 60), ("reason", "x"));
        world.At("2027-06-01T09:00");
        world.Index.DueBy(world.Clock.Now(), 10).ShouldBeEmpty();
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
        (await ReadAsync(world, state)).Stage.ShouldBe("special");
    }

    [Fact]
    public async Task What_the_law_made_true_comes_before_an_act_done_after_it()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();

        // Five working days are over and the timer has not fired yet; asking for corrections now is too late.
        world.At("2021-03-09T08:00");
        (await world.TryAsync(state, state.Clerk(), "request-correction", step: null, ("points", new[] { "x" })))
            .Refusal!.Code.ShouldBe("case.changed");
        var after = await ReadAsync(world, state);
        after.Stage.ShouldBe("review");
        after.Acts["deem-accept"].At.ShouldBe(world.InstantOf("2021-03-09T00:00"));
    }

    [Fact]
    public async Task A_clock_that_stands_in_its_stage_is_on_no_wheel()
    {
        // The act pauses the clock without moving the case: the wheel must not go by when the stage was entered.
        var folder = CityWorld.Changed(("china/procedures/licensing.yaml", text => text.Replace(
            "      - act: withdraw\n", """
                  - act: hold
                    name: {zh: 暂停, en: Hold}
                    from: [received]
                    who: [clerk]
                    clocks: {pause: [acceptance]}
                  - act: withdraw

            """.ReplaceLineEndings("\n"), StringComparison.Ordinal)));
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00", folder);
        var state = await world.OpenShopAsync();
        world.At("2021-03-02T09:00");
        state = await world.DoAsync(state, state.Clerk(), "hold");
        world.At("2021-06-01T09:00");
        world.Index.DueBy(world.Clock.Now(), 10).ShouldBeEmpty();
        await world.RestartAsync();
        world.Index.DueBy(world.Clock.Now(), 10).ShouldBeEmpty();
        (await ReadAsync(world, state)).Stage.ShouldBe("received");
    }
}
