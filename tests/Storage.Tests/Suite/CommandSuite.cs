using Heluo.Kernel;

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
    public async Task A_command_id_is_remembered_for_its_hours_and_then_refused_as_expired()
    {
        using var world = NewWorld();
        await world.Pay("a", 5, "c1");
        world.Time.Advance(TimeSpan.FromHours(48));
        await world.Pay("b", 1, "c2");
        (await world.Pay("a", 5, "c1")).Value.Repeated.ShouldBeTrue();
        world.Time.Advance(TimeSpan.FromHours(1));
        world.Reopen();
        (await world.Pay("b", 1, "c2")).Value.Repeated.ShouldBeTrue();
        (await world.Pay("a", 5, "c1")).Refusal!.Code.ShouldBe("command.expired");
        (await world.Load("a")).State.Amount.ShouldBe(5);
    }

    [Fact]
    public async Task An_id_that_carries_its_time_expires_even_where_nothing_is_known_of_it()
    {
        using var world = NewWorld();
        var ids = new Ids(world.Time);
        var (old, derived) = (ids.Next(), $"{ids.Next()}-paper");
        var uuid = Guid.CreateVersion7(world.Time.GetUtcNow()).ToString();
        world.Time.Advance(TimeSpan.FromHours(48));
        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        foreach (var id in new[] { old, derived, uuid })
        {
            (await world.Pay("new", 5, id)).Refusal!.Code.ShouldBe("command.expired");
        }

        (await world.Load("new")).Version.ShouldBe(0);
        (await world.Pay("new", 5, ids.Next())).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_young_id_counts_as_new_and_an_id_of_the_far_future_is_judged_like_any_other()
    {
        using var world = NewWorld();
        var id = new Ids(world.Time).Next();
        var future = Guid.CreateVersion7(world.Time.GetUtcNow().AddDays(30)).ToString();
        world.Time.Advance(TimeSpan.FromHours(47));
        (await world.Pay("a", 5, id)).Value.Repeated.ShouldBeFalse();
        (await world.Pay("a", 5, future)).Value.Repeated.ShouldBeFalse();
        world.Time.Advance(TimeSpan.FromHours(50));
        world.Reopen();
        (await world.Pay("a", 5, id)).Refusal!.Code.ShouldBe("command.expired");
        (await world.Pay("a", 5, future)).Refusal!.Code.ShouldBe("command.expired");
        (await world.Load("a")).State.Amount.ShouldBe(10);
    }

    [Fact]
    public async Task Under_a_flood_what_was_forgotten_early_is_refused_and_not_done_again()
    {
        using var world = NewWorld(options => options with { Commands = 10 });
        var ids = new Ids(world.Time);
        var first = ids.Next();
        await world.Pay("a", 5, first);
        for (var i = 0; i < 30; i++)
        {
            world.Time.Advance(TimeSpan.FromMilliseconds(5));
            await world.Pay($"b{i}", 1, ids.Next());
        }

        (await world.Pay("a", 5, first)).Refusal!.Code.ShouldBe("command.expired");
        world.Reopen();
        (await world.Pay("a", 5, first)).Refusal!.Code.ShouldBe("command.expired");
        (await world.Load("a")).State.Amount.ShouldBe(5);
    }

    [Fact]
    public async Task What_the_house_does_by_itself_is_judged_by_its_rule_and_never_by_its_age()
    {
        using var world = NewWorld();
        await world.Desk.RunAsync<Pay, Account>(
            "a", new(5), Actor.House, "timer-1", TestContext.Current.CancellationToken);
        world.Time.Advance(TimeSpan.FromHours(72));
        world.Reopen();
        (await world.Desk.RunAsync<Pay, Account>(
            "a", new(5), Actor.House, "timer-1", TestContext.Current.CancellationToken)).Value.Repeated.ShouldBeFalse();
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
