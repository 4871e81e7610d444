using Heluo.Storage.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Heluo.Storage.Tests.Sqlite;

/// <summary>What a caller is told when the database fails at any one write, and what stands afterwards.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly FakeTimeProvider time = new();
    private FaultyDialect dialect = null!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_write_refused_at_any_moment_changes_nothing_and_the_day_goes_on(int failing)
    {
        using (var store = Open())
        using (var desk = new Desk(store, time, Contexts.None))
        {
            dialect.Before = (number, group) =>
                number == failing ? [.. group.Select(_ => (Kernel.Outcome<long>)StorageRefusals.Full())] : null;
            var accepted = await Day(desk, sendAgain: true);
            accepted.ShouldBe(8);
            store.Health.Ready.ShouldBeTrue("it resumed");
        }

        await ShouldStand(store => store.Head.ShouldBe(10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_in_doubt_is_cleared_up_by_the_same_command_after_the_restart(bool stored)
    {
        using (var store = Open())
        using (var desk = new Desk(store, time, Contexts.None))
        {
            (await Pay(desk, "a", 1, "c1")).IsRefused.ShouldBeFalse();
            if (stored)
            {
                dialect.After = _ => throw new InDoubtException("the sync did not answer");
            }
            else
            {
                dialect.Before = (_, _) => throw new InDoubtException("the sync did not answer");
            }

            (await Pay(desk, "a", 5, "c2")).Refusal!.Code.ShouldBe("store.in_doubt");
            store.Health.Reasons.ShouldBe(["store.in_doubt"]);
            store.Stopped.IsCancellationRequested.ShouldBeTrue();
            (await Pay(desk, "a", 5, "c3")).Refusal!.Code.ShouldBe("store.stopped");
            (await store.LoadAsync<Account>("a")).IsRefused.ShouldBeFalse("reading goes on");
        }

        using var again = Open();
        using var next = new Desk(again, time, Contexts.None);
        var done = (await Pay(next, "a", 5, "c2")).Value;
        (done.Repeated, done.State.Amount, done.Version).ShouldBe((stored, 6L, 2));
        again.Head.ShouldBe(2);
    }

    [Fact]
    public async Task A_follower_is_never_told_of_what_was_not_stored()
    {
        using var store = Open();
        using var desk = new Desk(store, time, Contexts.None);
        var told = new List<long>();
        await store.FollowAsync(new Listener(told));
        dialect.Before = (number, group) =>
            number == 2 ? [.. group.Select(_ => (Kernel.Outcome<long>)StorageRefusals.Failed("no"))] : null;
        for (var i = 1; i <= 4; i++)
        {
            await Pay(desk, "a", i, $"c{i}");
        }

        told.ShouldBe([1, 2, 3]);
        (await store.LoadAsync<Account>("a")).Value.State.Amount.ShouldBe(1 + 3 + 4);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_read_is_a_refusal_and_no_guess()
    {
        using var store = Open();
        using var desk = new Desk(store, time, Contexts.None);
        await Pay(desk, "a", 5, "c1");
        dialect.ReadsFail = true;
        (await Pay(desk, "never seen", 5, "c2")).Refusal!.Code.ShouldBe("store.failed");
        (await store.LoadAsync<Account>("never seen")).Refusal!.Code.ShouldBe("store.failed");
        (await store.ReadLogAsync(1)).Refusal!.Code.ShouldBe("store.failed");
        (await store.ReadFactsAsync<Account>("a")).Refusal!.Code.ShouldBe("store.failed");
        (await store.ReadHistoryAsync<Account>("a")).Refusal!.Code.ShouldBe("store.failed");
        (await store.ReadShelfAsync<Account>(null)).Refusal!.Code.ShouldBe("store.failed");
        (await store.SweepBlobsAsync(default)).Refusal!.Code.ShouldBe("store.failed");
        dialect.ReadsFail = false;
        (await Pay(desk, "never seen", 5, "c2")).Value.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_follower_that_cannot_read_the_documents_is_not_attached()
    {
        using var store = Open();
        dialect.ReadsFail = true;
        await Should.ThrowAsync<DialectException>(store.FollowAsync(new Listener([])));
        dialect.ReadsFail = false;
        using var desk = new Desk(store, time, Contexts.None);
        (await Pay(desk, "a", 1, "c1")).IsRefused.ShouldBeFalse();
    }

    public void Dispose() => scratch.Dispose();

    /// <summary>Eight commands over four streams; who was refused for want of room sends again.</summary>
    private static async Task<int> Day(Desk desk, bool sendAgain)
    {
        Func<Task<Kernel.Outcome<Done<Account>>>>[] commands =
        [
            () => desk.RunAsync<OpenAccount, Account>("a", new("2021", "Li Na"), World.Clerk, "d1"),
            () => Pay(desk, "a", 50, "d2"),
            () => Pay(desk, "b", 7, "d3"),
            () => desk.RunAsync<Move, Account>("a", new("b", 20), World.Clerk, "d4"),
            () => Pay(desk, "b", -27, "d5"),
            () => Pay(desk, "a", 1, "d6"),
            () => desk.RunAsync<Shelve, Account>("a", new("desk"), World.Clerk, "d7"),
            () => Pay(desk, "c", 3, "d8"),
        ];
        var accepted = 0;
        foreach (var command in commands)
        {
            var outcome = await command();
            if (outcome.Refusal?.Code == "store.full" && sendAgain)
            {
                outcome = await command();
                outcome.Value.Repeated.ShouldBeFalse();
            }

            accepted += outcome.IsRefused ? 0 : 1;
        }

        return accepted;
    }

    private static Task<Kernel.Outcome<Done<Account>>> Pay(Desk desk, string key, long amount, string id) =>
        desk.RunAsync<Pay, Account>(key, new(amount), World.Clerk, id);

    private Store Open()
    {
        var options = new StoreOptions(scratch.Folder);
        dialect = new(SqliteDialect.Open(options).Value);
        return Store.Open(dialect, options, World.Catalog(), time).Value;
    }

    private async Task ShouldStand(Action<Store> check)
    {
        using var world = new World(scratch.Folder);
        check(world.Store);
        var amounts = new List<long>();
        foreach (var key in new[] { "a", "b", "c" })
        {
            amounts.Add((await world.Load(key)).State.Amount);
        }

        amounts.ShouldBe([31, 0, 3]);
        await world.ShouldBeWhole();
    }

    private sealed class Listener(List<long> told) : IFollower
    {
        public string Name => "listener";

        public string? Family => "account";

        public void Rebuild(IEnumerable<Change> documents) => _ = documents.Count();

        public void On(Change change) => told.Add(change.Stamp.Position);
    }
}
