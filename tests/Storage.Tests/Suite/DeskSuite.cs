using Heluo.Kernel;

namespace Heluo.Storage.Tests.Suite;

/// <summary>What the desk promises on every dialect.</summary>
public abstract class DeskSuite
{
    protected abstract World NewWorld(Func<StoreOptions, StoreOptions>? options = null);

    [Theory]
    [InlineData("")]
    [InlineData("line\nbreak")]
    public async Task A_key_that_is_no_key_is_refused(string key)
    {
        using var world = NewWorld();
        (await world.Pay(key, 1, "c1")).Refusal!.Code.ShouldBe("store.key");
        (await world.Store.LoadAsync<Account>(key)).Refusal!.Code.ShouldBe("store.key");
        (await world.Store.ReadFactsAsync<Account>(key)).Refusal!.Code.ShouldBe("store.key");
    }

    [Fact]
    public async Task A_key_with_half_a_letter_is_refused()
    {
        using var world = NewWorld();
        (await world.Pay("half\ud800pair", 1, "c1")).Refusal!.Code.ShouldBe("store.key");
        (await world.Pay("whole\ud83d\ude80pair", 1, "c1")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_over_its_limit_is_refused_and_one_at_the_limit_is_not()
    {
        using var world = NewWorld();
        var room = Limits.StreamLength - "account/".Length;
        (await world.Pay(new('k', room + 1), 1, "c1")).Refusal!.Code.ShouldBe("store.key");
        (await world.Pay(new('k', room), 1, "c2")).IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("编号")]
    [InlineData("tab\t")]
    public async Task A_command_id_that_is_no_id_is_refused(string id)
    {
        using var world = NewWorld();
        (await world.Pay("a", 1, id)).Refusal!.Code.ShouldBe("command.id");
        (await world.Pay("a", 1, new('x', 101))).Refusal!.Code.ShouldBe("command.id");
    }

    [Fact]
    public async Task An_actor_without_an_id_is_refused()
    {
        using var world = NewWorld();
        var nobody = new Actor("", ActorKind.Anonymous, []);
        (await world.Desk.RunAsync<Pay, Account>("a", new(1), nobody, "c1", TestContext.Current.CancellationToken))
            .Refusal!.Code.ShouldBe("store.actor");
    }

    [Fact]
    public async Task A_fact_over_its_limit_is_refused_and_nothing_of_its_commit_stays()
    {
        using var world = NewWorld();
        var note = new string('x', Limits.FactBytes);
        (await world.Open("a", new("2021", Note: note), "c1")).Refusal!.Code.ShouldBe("store.oversize");
        (await world.Log()).ShouldBeEmpty();
        (await world.Open("a", new("2021"), "c1")).Value.Reply.ShouldBe(1);
    }

    [Fact]
    public async Task More_facts_than_a_commit_may_hold_are_refused()
    {
        using var world = NewWorld();
        (await world.Run("a", new PayOften(Limits.FactsPerCommit + 1), "c1")).Refusal!.Code.ShouldBe("store.oversize");
        (await world.Run("a", new PayOften(Limits.FactsPerCommit), "c1")).Value.Version.ShouldBe(Limits.FactsPerCommit);
    }

    [Fact]
    public async Task A_document_over_its_limit_is_refused()
    {
        using var world = NewWorld();
        (await world.Open("a", new("2021", Shelf: new('s', Limits.ShelfLength + 1)), "c1"))
            .Refusal!.Code.ShouldBe("store.oversize");
        (await world.Log()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_undeclared_read_is_a_bug_and_says_which()
    {
        using var world = NewWorld();
        var thrown = await Should.ThrowAsync<InvalidOperationException>(world.Run("a", new Peek("b"), "c1"));
        thrown.Message.ShouldContain("account/b");
        (await world.Pay("a", 1, "c2")).IsRefused.ShouldBeFalse("the streams it held were given back");
    }

    [Fact]
    public async Task An_undeclared_write_is_a_bug_and_says_which()
    {
        using var world = NewWorld();
        var thrown = await Should.ThrowAsync<InvalidOperationException>(world.Run("a", new Meddle("b", false), "c1"));
        thrown.Message.ShouldContain("account/b");
        thrown = await Should.ThrowAsync<InvalidOperationException>(world.Run("a", new Meddle("b", true), "c1"));
        thrown.Message.ShouldContain("may be written");
        (await world.Log()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_context_that_was_not_handed_in_is_a_bug()
    {
        using var world = NewWorld();
        await Should.ThrowAsync<InvalidOperationException>(world.Run("a", new PayRate(), "c1"));
        using var desk = new Desk(world.Store, world.Time, Contexts.None.With(new Rate(3)));
        (await desk.RunAsync<PayRate, Account>("a", new(), World.Clerk, "c1", TestContext.Current.CancellationToken))
            .Value.State.Amount.ShouldBe(3);
    }

    [Fact]
    public async Task An_accepted_request_is_stored_and_answered_with_its_place()
    {
        using var world = NewWorld();
        var opened = (await world.Open("a", new("2021", "Li Na"), "c1")).Value;
        (opened.Version, opened.Position, opened.Reply).ShouldBe((1, 2L, 1));
        var paid = (await world.Pay("a", 7, "c2")).Value;
        (paid.Version, paid.Position, paid.State.Amount, paid.Repeated).ShouldBe((2, 3L, 7L, false));
        world.Reopen();
        var loaded = await world.Load("a");
        (loaded.Version, loaded.Position, loaded.State.Amount).ShouldBe((2, 3L, 7L));
        var log = await world.Log();
        log.Select(fact => (fact.Stream, fact.Kind, fact.Stamp.Version, fact.Previous)).ShouldBe([
            ("account/a", "account.opened", 1, 0L),
            ("serial/2021", "serial.taken", 1, 0L),
            ("account/a", "account.paid", 2, 1L)]);
        log.ShouldAllBe(fact => fact.Stamp.At == world.Time.Now() && fact.Stamp.Actor == "officer/clerk");
    }

    [Fact]
    public async Task A_decision_that_makes_nothing_true_is_answered_and_not_stored()
    {
        using var world = NewWorld();
        await world.Pay("a", 7, "c1");
        var asked = (await world.Run("a", new Ask(), "c2")).Value;
        (asked.Version, asked.Position, asked.Reply).ShouldBe((1, 1L, 7L));
        world.Store.Head.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_request_leaves_nothing_and_its_id_is_free()
    {
        using var world = NewWorld();
        (await world.Pay("a", -1, "c1")).Refusal!.Code.ShouldBe("account.empty");
        (await world.Log()).ShouldBeEmpty();
        (await world.Pay("a", 1, "c1")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task Numbers_taken_by_many_at_once_have_neither_gaps_nor_doubles()
    {
        using var world = NewWorld();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(i => Task.Run(() => world.Open($"a{i}", new("2021"), $"c{i}"))));
        answers.Select(answer => (int)answer.Value.Reply!).Order().ShouldBe(Enumerable.Range(1, 100));
    }

    [Fact]
    public async Task Money_moved_crosswise_by_many_is_neither_made_nor_lost()
    {
        using var world = NewWorld();
        for (var i = 0; i < 5; i++)
        {
            await world.Pay($"a{i}", 100, $"p{i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            () => world.Move($"a{i % 5}", $"a{((i * 7) + 1) % 5}", i % 9, $"m{i}"))));
        var sum = 0L;
        for (var i = 0; i < 5; i++)
        {
            sum += (await world.Load($"a{i}")).State.Amount;
        }

        sum.ShouldBe(500);
        await world.ShouldBeWhole();
    }

    [Fact]
    public async Task What_a_decision_read_and_at_which_version_is_kept_with_its_facts()
    {
        using var world = NewWorld();
        await world.Pay("rate of the day=1", 3, "c1");
        await world.Run("a", new PayLike("rate of the day=1"), "c2");
        var first = (await world.Store.CommitAtAsync(2))[0];
        var cause = Cause.Parse(first.Cause!)!;
        cause.Reads.ShouldBe([new("account/rate of the day=1", 1)]);
    }

    [Fact]
    public async Task A_read_that_changed_before_the_commit_is_decided_anew()
    {
        using var world = NewWorld();
        await world.Pay("rate", 3, "c1");
        using var desk = new Desk(world.Store, world.Time, Contexts.None.With(new Interloper(async turn =>
        {
            if (turn == 1)
            {
                await world.Pay("rate", 4, "c2");
            }
        })));
        var done = await desk.RunAsync<PayLikeSlowly, Account>(
            "a", new("rate"), World.Clerk, "c3", TestContext.Current.CancellationToken);
        done.Value.State.Amount.ShouldBe(7);
    }

    [Fact]
    public async Task A_read_that_always_changes_ends_in_busy_after_four_attempts()
    {
        using var world = NewWorld();
        var interloper = new Interloper(turn => world.Pay("rate", 1, $"i{turn}"));
        using var desk = new Desk(world.Store, world.Time, Contexts.None.With(interloper));
        var done = await desk.RunAsync<PayLikeSlowly, Account>(
            "a", new("rate"), World.Clerk, "c3", TestContext.Current.CancellationToken);
        done.Refusal!.Code.ShouldBe("store.busy");
        interloper.Turns.ShouldBe(Limits.Retries + 1);
        (await world.Load("a")).Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_request_given_up_while_it_waits_changes_nothing()
    {
        using var world = NewWorld();
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(
            world.Desk.RunAsync<Pay, Account>("a", new(1), World.Clerk, "c1", given.Token));
        (await world.Pay("a", 1, "c1")).Value.Repeated.ShouldBeFalse();
    }

    [Fact]
    public async Task A_sealed_value_opens_after_a_restart_and_stands_nowhere_in_the_files()
    {
        using var world = NewWorld();
        await world.Open("a", new("2021", "Zhao-the-Secret"), "c1");
        (await world.Open("a", new("2021", "Zhao-the-Secret"), "c1")).Value.Repeated.ShouldBeTrue();
        world.Reopen();
        var owner = (await world.Load("a")).State.Owner!;
        world.Store.Vault.OpenTextUnlogged(owner).Value.ShouldBe("Zhao-the-Secret");
        world.Close();
        foreach (var file in Directory.GetFiles(world.Folder, "*", SearchOption.AllDirectories))
        {
            System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))
                .ShouldNotContain("Zhao-the-Secret", customMessage: file);
        }
    }

    [Fact]
    public async Task A_closed_store_refuses_and_does_not_hang()
    {
        using var world = NewWorld();
        await world.Pay("a", 1, "c1");
        var (store, desk) = (world.Store, world.Desk);
        store.Dispose();
        (await store.LoadAsync<Account>("b")).Refusal!.Code.ShouldBe("store.failed");
        (await desk.RunAsync<Pay, Account>("a", new(1), World.Clerk, "c2", TestContext.Current.CancellationToken))
            .Refusal!.Code.ShouldBe("store.stopped");
        world.Reopen();
        (await world.Load("a")).Version.ShouldBe(1);
    }
}
