using System.Collections.Immutable;

namespace Heluo.Storage.Tests.Suite;

/// <summary>What followers are promised on every dialect.</summary>
public abstract class FollowerSuite
{
    protected abstract World NewWorld();

    [Fact]
    public async Task A_follower_that_throws_is_named_and_the_others_go_on()
    {
        using var world = NewWorld();
        var sums = new Sums("after");
        await world.Store.FollowAsync(new Sums("before"));
        await world.Store.FollowAsync(new Sums("fragile") { ThrowsAt = 13 });
        await world.Store.FollowAsync(sums);
        await world.Pay("a", 5, "c1");
        world.Store.Health.Ready.ShouldBeTrue();
        (await world.Pay("a", 13, "c2")).IsRefused.ShouldBeFalse("the commit stands");
        (await world.Pay("a", 7, "c3")).IsRefused.ShouldBeFalse();
        sums.Of("a").ShouldBe(25);
        world.Store.Health.Ready.ShouldBeFalse();
        world.Store.Health.Reasons.ShouldBe(["follower.fragile"]);
    }

    [Fact]
    public async Task A_follower_that_cannot_be_rebuilt_is_told_to_who_attached_it()
    {
        using var world = NewWorld();
        await world.Pay("a", 13, "c1");
        await Should.ThrowAsync<InvalidOperationException>(
            world.Store.FollowAsync(new Sums("fragile") { ThrowsAt = 13 }));
        (await world.Pay("a", 1, "c2")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_finds_his_own_write_in_every_list()
    {
        using var world = NewWorld();
        var sums = new Sums("sums");
        await world.Store.FollowAsync(sums);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 1; i <= 20; i++)
            {
                await world.Pay($"a{worker}", 1, $"{worker}-{i}");
                sums.Of($"a{worker}").ShouldBe(i);
            }
        })));
    }

    [Fact]
    public async Task Every_change_is_seen_once_and_in_commit_order()
    {
        using var world = NewWorld();
        var tape = new Tape();
        await world.Store.FollowAsync(tape);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 1; i <= 20; i++)
            {
                await world.Open($"a{worker}-{i}", new("2021"), $"{worker}-{i}");
            }
        })));
        tape.Changes.Select(change => change.Stamp.Position).ShouldBe(Enumerable.Range(1, 320).Select(i => (long)i));
        foreach (var stream in tape.Changes.GroupBy(change => change.Stream))
        {
            var changes = stream.ToList();
            changes[0].Before.ShouldBeNull();
            changes.Select(change => change.Stamp.Version).ShouldBe(Enumerable.Range(1, changes.Count));
            changes.Skip(1).Zip(changes).ShouldAllBe(pair => Equals(pair.First.Before, pair.Second.After));
        }
    }

    [Fact]
    public async Task What_was_rebuilt_after_a_restart_equals_what_was_followed()
    {
        using var world = NewWorld();
        var followed = new Sums("sums");
        await world.Store.FollowAsync(followed);
        for (var i = 0; i < 30; i++)
        {
            await world.Pay($"a{i % 7}", i, $"c{i}");
        }

        world.Reopen();
        var rebuilt = new Sums("sums");
        await world.Store.FollowAsync(rebuilt);
        rebuilt.All.ShouldBe(followed.All, ignoreOrder: true);
        await world.Pay("a1", 100, "last");
        rebuilt.Of("a1").ShouldBe(followed.Of("a1") + 100);
    }

    [Fact]
    public async Task One_attached_under_load_misses_nothing()
    {
        using var world = NewWorld();
        var sums = new Sums("sums");
        var load = Enumerable.Range(0, 200).Select(i => Task.Run(() => world.Pay($"a{i % 5}", 1, $"c{i}"))).ToList();
        await world.Store.FollowAsync(sums);
        await Task.WhenAll(load);
        sums.All.Sum(entry => entry.Value).ShouldBe(200);
    }

    /// <summary>Keeps the amount of every account.</summary>
    private sealed class Sums(string name) : Follower<Account>(name)
    {
        private readonly Lock gate = new();
        private readonly Dictionary<string, long> amounts = [];

        public long ThrowsAt { get; init; } = -1;

        public IReadOnlyList<KeyValuePair<string, long>> All
        {
            get
            {
                lock (gate)
                {
                    return [.. amounts];
                }
            }
        }

        public long Of(string key)
        {
            lock (gate)
            {
                return amounts.GetValueOrDefault(key);
            }
        }

        protected override void Clear()
        {
            lock (gate)
            {
                amounts.Clear();
            }
        }

        protected override void Follow(
            string key, Account? before, Account after, ImmutableArray<IFact> facts, Stamp stamp)
        {
            if (after.Amount - (before?.Amount ?? 0) == ThrowsAt)
            {
                throw new InvalidOperationException("fragile");
            }

            lock (gate)
            {
                amounts[key] = amounts.GetValueOrDefault(key) + after.Amount - (before?.Amount ?? 0);
            }
        }
    }

    /// <summary>Keeps every change of every family.</summary>
    private sealed class Tape : IFollower
    {
        public List<Change> Changes { get; } = [];

        public string Name => "tape";

        public string? Family => null;

        public void Rebuild(IEnumerable<Change> documents) => Changes.AddRange(documents);

        public void On(Change change) => Changes.Add(change);
    }
}
