namespace Heluo.Storage.Tests.Suite;

/// <summary>What a command id promises on every dialect.</summary>
public abstract class CommandSuite
{
    protected abstract World NewWorld(Func<StoreOptions, StoreOptions>? options = null);

    [Fact]
    public async Task A_repeated_command_gets_its_first_answer_also_after_a_restart()
    {
        using var world = NewWorld();
        await world.Open("a", new("2021"), "c1");
        await world.Open("b", new("2021"), "c2");
        await world.Pay("a", 5, "c3");
        for (var i = 0; i < 2; i++)
        {
            var again = (await world.Open("a", new("2021"), "c1")).Value;
            (again.Repeated, again.Version, again.Position, again.Reply, again.State.Amount)
                .ShouldBe((true, 1, 2L, 1, 0L));
            var paid = (await world.Pay("a", 5, "c3")).Value;
            (paid.Repeated, paid.Version, paid.Position, paid.Reply, paid.State.Amount).ShouldBe((true, 2, 5L, 5L, 5L));
            world.Reopen();
        }

        (await world.Log()).Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_repeated_command_over_another_stream_alone_gets_its_first_answer()
    {
        using var world = NewWorld();
        await world.Pay("a", 1, "c1");
        var first = (await world.Run("a", new PayElsewhere("b", 9), "c2")).Value;
        await world.Pay("a", 1, "c3");
        var again = (await world.Run("a", new PayElsewhere("b", 9), "c2")).Value;
        (again.Repeated, again.Position, again.Version, again.Reply).ShouldBe((true, first.Position, 1, first.Reply));
        again.State.Amount.ShouldBe(1);
    }

    [Fact]
    public async Task A_command_id_used_for_another_request_is_refused()
    {
        using var world = NewWorld();
        await world.Pay("a", 5, "c1");
        for (var i = 0; i < 2; i++)
        {
            (await world.Pay("a", 6, "c1")).Refusal!.Code.ShouldBe("command.reused");
            (await world.Pay("b", 5, "c1")).Refusal!.Code.ShouldBe("command.reused");
            (await world.Run("a", new PayOften(1), "c1")).Refusal!.Code.ShouldBe("command.reused");
            world.Reopen();
        }
    }

    [Fact]
    public async Task Two_actors_may_use_the_same_command_id()
    {
        using var world = NewWorld();
        await world.Pay("a", 5, "c1");
        var other = World.Clerk with { Id = "officer/other" };
        var done = await world.Desk.RunAsync<Pay, Account>(
            "a", new(5), other, "c1", TestContext.Current.CancellationToken);
        (done.Value.Repeated, done.Value.State.Amount).ShouldBe((false, 10L));
    }

    [Fact]
    public async Task A_command_id_is_remembered_for_its_hours_and_then_forgotten()
    {
        using var world = NewWorld();
        await world.Pay("a", 5, "c1");
        world.Time.Advance(TimeSpan.FromHours(48));
        await world.Pay("b", 1, "c2");
        (await world.Pay("a", 5, "c1")).Value.Repeated.ShouldBeTrue();
        world.Time.Advance(TimeSpan.FromHours(1));
        world.Reopen();
        (await world.Pay("b", 1, "c2")).Value.Repeated.ShouldBeTrue();
        (await world.Pay("a", 5, "c1")).Value.Repeated.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_command_sent_many_times_at_once_happens_once()
    {
        using var world = NewWorld();
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => world.Pay("a", 5, "c1"))));
        answers.Count(answer => !answer.Value.Repeated).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Value.Position == 1 && answer.Value.State.Amount == 5);
        (await world.Log()).Length.ShouldBe(1);
    }
}
