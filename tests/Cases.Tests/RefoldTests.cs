using Heluo.Storage;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public class RefoldTests
{
    [Fact]
    public async Task A_case_is_what_its_facts_give_through_every_stage()
    {
        await using var world = await CityWorld.AtAsync("2021-01-04T09:00");
        var state = await world.OpenShopAsync();
        state = await world.DoAsync(state, state.Clerk(), "request-correction", ("points", new[] { "x" }));
        state = (await world.Cases.PerformAsync(
            state.Number,
            new PerformAct("answer-correction", null, [], state.Version)
            {
                CaseAnswers = CityWorld.Answers(("area", 45)),
            },
            CityWorld.Resident(), world.Command(), CancellationToken.None)).Value;
        state = (await world.GiveAsync(state, state.Clerk(), "application-form", "business-licence")).Value;
        state = await world.DoAsync(state, state.Clerk(), "accept");
        await SameAsync(world, state);
        world.At("2021-01-06T14:00");
        state = await world.DoAsync(
            state, state.Reviewer(), "begin-special", ("kind", "testing"), ("days", 2), ("reason", "x"));
        world.At("2021-01-12T09:00");
        await world.Timers.FireAsync(CancellationToken.None);
        state = (await world.Cases.ReadAsync(state.Number, state.Clerk(), CancellationToken.None)).Value;
        await SameAsync(world, state);
        await world.RestartAsync();
        await SameAsync(world, state);
        var found = (await world.Store.RefoldAsync(CancellationToken.None)).Value;
        found.Different.ShouldBeEmpty();
        found.Facts.ShouldBe(world.Store.Head);
    }

    private static async Task SameAsync(CityWorld world, Case state)
    {
        var facts = (await world.Store.ReadHistoryAsync<Case>(state.Key)).Value;
        var folded = facts.Aggregate(
            Case.Start(state.Key), (before, fact) => before.Apply(fact.Fact, fact.Stamp with { Position = 0 }));
        (folded.Stage, folded.Version, folded.Before).ShouldBe((state.Stage, state.Version, state.Before));
        folded.Clocks.SelectMany(clock => clock.Pauses).ShouldBe(state.Clocks.SelectMany(clock => clock.Pauses));
        (await world.Store.RefoldAsync(CancellationToken.None)).Value.Different.ShouldBeEmpty();
    }
}
