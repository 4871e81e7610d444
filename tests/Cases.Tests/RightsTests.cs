using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public class RightsTests
{
    [Fact]
    public async Task To_a_stranger_a_case_does_not_exist()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        Actor[] strangers =
        [
            Actor.Nobody,
            CityWorld.Resident("person/li"),
            CityWorld.Officer("clerk", "erqi-market-regulation", "410103"),
            CityWorld.Officer("clerk", state.Agency, "410103"),
            CityWorld.Officer("acceptor", area: "410105"),
            CityWorld.Officer("system-administrator"),
            new("key/x", ActorKind.Machine, [new Duty("cases")]),
        ];

        foreach (var stranger in strangers)
        {
            (await world.Cases.ReadAsync(state.Number, stranger, CancellationToken.None))
                .Refusal!.Code.ShouldBe("case.unknown", stranger.Id);
            foreach (var act in world.Rules.For(state).Procedure.Acts)
            {
                (await world.TryAsync(
                    state, stranger, act.Id, step: null)).IsRefused.ShouldBeTrue($"{stranger.Id} {act.Id}");
            }
        }

        (await world.Cases.ReadAsync(state.Number, state.Clerk(), CancellationToken.None)).Value.ShouldBe(state);
    }

    [Fact]
    public async Task An_officer_is_offered_every_act_that_is_theirs_and_no_other()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        var clerk = state.Clerk();
        var offered = world.Cases.Allowed(state, clerk).Select(one => one.Act.Id).ToHashSet();
        offered.ShouldBe(
            ["accept", "add-papers", "request-correction", "refuse-acceptance", "decide-at-once"], ignoreOrder: true);
        foreach (var act in world.Rules.For(state).Procedure.Acts.Where(act => !offered.Contains(act.Id)))
        {
            (await world.TryAsync(state, clerk, act.Id, step: null)).Refusal!.Code
                .ShouldBeOneOf("act.not_yours", "act.not_now", "act.no_step");
        }
    }

    [Fact]
    public async Task Nobody_can_play_the_house()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        foreach (var actor in new[] { state.Clerk(), CityWorld.Resident(), CityWorld.Officer(
            "house", state.Agency, "410105") })
        {
            (await world.TryAsync(state, actor, "deem-accept", step: null)).IsRefused.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_case_in_the_hands_of_one_officer_is_theirs_until_handed_on()
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await world.OpenShopAsync();
        var (one, other) = (state.Clerk() with { Id = "officer/one" }, state.Clerk() with { Id = "officer/other" });
        state = (await world.Cases.AssignAsync(
            state.Number, new AssignCase(null, one.Id, "hers", state.Version, one.Duties), other, world.Command(),
            CancellationToken.None)).Value;
        Inbox.Of(world.Index, one).Length.ShouldBe(1);
        Inbox.Of(world.Index, other).ShouldBeEmpty();
        (await world.TryAsync(
            state, other, "add-papers", step: null, ("note", "x"))).Refusal!.Code.ShouldBe("act.not_yours");

        (await world.Cases.AssignAsync(
            state.Number, new AssignCase(null, "officer/far", null, state.Version, [new Duty("clerk", "far")]), one,
            world.Command(), CancellationToken.None)).Refusal!.Code.ShouldBe("case.no_officer");
        state = (await world.Cases.AssignAsync(
            state.Number, new AssignCase(null, null, null, state.Version, []), one, world.Command(),
            CancellationToken.None)).Value;
        Inbox.Of(world.Index, other).Length.ShouldBe(1);
    }
}
