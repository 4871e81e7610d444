using Heluo.Kernel;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public class WithdrawalTests
{
    private static readonly string[] Stages = ["received", "correction", "review", "special", "decision"];

    public static TheoryData<string> Open => [.. Stages];

    private static async Task<Case> InAsync(CityWorld world, string stage)
    {
        var state = await world.OpenShopAsync();
        if (stage == "correction")
        {
            return await world.DoAsync(state, state.Clerk(), "request-correction", ("points", new[] { "x" }));
        }

        if (stage == "received")
        {
            return state;
        }

        state = (await world.GiveAsync(state, state.Clerk(), "application-form", "business-licence")).Value;
        state = await world.DoAsync(state, state.Clerk(), "accept");
        if (stage is "decision" or "concluded" or "delivered")
        {
            state = await world.DoStepAsync(
                state, state.Reviewer(), "conclude-step", "check-papers", ("opinion", "agree"), ("reason", "ok"));
        }

        if (stage is "concluded" or "delivered")
        {
            state = await world.DoAsync(state, state.Approver(), "approve", ("reason", "in order"));
        }

        return stage switch
        {
            "special" => await world.DoAsync(
                state, state.Reviewer(), "begin-special", ("kind", "testing"), ("days", 3), ("reason", "x")),
            "delivered" => await world.DoAsync(state, state.Clerk(), "deliver", ("method", "pickup")),
            _ => state,
        };
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Whoever_applied_may_withdraw_until_it_is_decided_and_every_clock_stops(string stage)
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await InAsync(world, stage);
        state.Stage.ShouldBe(stage);
        foreach (var other in new[] { state.Clerk(), state.Reviewer(), state.Head(), CityWorld.Resident("person/li") })
        {
            (await world.TryAsync(state, other, "withdraw", step: null)).IsRefused.ShouldBeTrue();
        }

        world.At("2021-03-02T09:00");
        state = await world.DoAsync(state, CityWorld.Resident(), "withdraw");
        (state.End, state.EndedAt).ShouldBe(("withdrawn", world.Clock.Now()));
        state.Clocks.ShouldAllBe(clock => clock.StoppedAt != null && clock.Pauses.All(pause => pause.To != null));
        state.Documents[^1].Template.ShouldBe("withdrawal-notice");

        // Nothing fires on it any more, nobody has it on a desk, and it cannot be withdrawn twice.
        world.At("2021-12-01T09:00");
        (await world.Timers.FireAsync(CancellationToken.None)).ShouldBe(0);
        Inbox.Of(world.Index, state.Clerk()).ShouldBeEmpty();
        (await world.TryAsync(state, CityWorld.Resident(), "withdraw", step: null)).Refusal!.Code
            .ShouldBe("act.not_now");
        world.Cases.Allowed(state, state.Clerk()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("concluded")]
    [InlineData("delivered")]
    public async Task What_is_decided_is_withdrawn_no_more(string stage)
    {
        await using var world = await CityWorld.AtAsync("2021-03-01T09:00");
        var state = await InAsync(world, stage);
        (await world.TryAsync(state, CityWorld.Resident(), "withdraw", step: null)).Refusal!.Code
            .ShouldBe("act.not_now");
    }
}
