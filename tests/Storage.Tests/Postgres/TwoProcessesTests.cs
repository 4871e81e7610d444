using System.Collections.Concurrent;
using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage.Tests.Postgres;

/// <summary>Two stores on one journal, as two processes have them: they share nothing but the database and the
/// keys.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private readonly SchemaPlace place = new();
    private readonly World one;
    private readonly World other;

    public TwoProcessesTests()
    {
        one = new(place: place);
        other = new(one.Folder, place);
    }

    [Fact]
    public async Task What_one_writes_the_other_decides_on()
    {
        (await one.Pay("a", 5, "c1")).Value.Version.ShouldBe(1);
        (await other.Pay("a", -3, "c2")).Value.State.Amount.ShouldBe(2);

        // The first one still remembers five.
        (await one.Pay("a", -4, "c3")).Refusal!.Code.ShouldBe("account.empty");
        (await one.Pay("a", -2, "c4")).Value.Version.ShouldBe(3);
        await one.ShouldBeWhole();
    }

    [Fact]
    public async Task A_command_given_to_both_is_done_once_and_answered_twice()
    {
        var first = (await one.Pay("a", 5, "c1")).Value;
        var second = (await other.Pay("a", 5, "c1")).Value;
        (second.Repeated, second.Position, second.Version).ShouldBe((true, first.Position, first.Version));
        (await other.Pay("b", 5, "c1")).Refusal!.Code.ShouldBe("command.reused");
        (await other.Load("a")).State.Amount.ShouldBe(5);
    }

    [Fact]
    public async Task Followers_of_both_see_every_change_in_commit_order()
    {
        var (mine, theirs) = (new Seen(), new Seen());
        await one.Pay("a", 1, "before");
        await one.Store.FollowAsync(mine);
        await other.Store.FollowAsync(theirs);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? one.Move("a", $"b{i % 5}", 0, $"c{i}") : (Task)other.Pay($"b{i % 5}", 1, $"c{i}")));
        (await one.Store.CatchUpAsync()).ShouldBeNull();
        (await other.Store.CatchUpAsync()).ShouldBeNull();

        mine.Changes.ShouldBe(theirs.Changes);
        mine.Changes.ShouldBeInOrder();
        var log = await one.Log();
        mine.Changes.Sum(change => change.Facts).ShouldBe(log.Length - 1);
        one.Store.Head.ShouldBe(log.Length);
        other.Store.Head.ShouldBe(log.Length);
        await one.ShouldBeWhole();
    }

    [Fact]
    public async Task Whoever_only_reads_learns_what_the_other_wrote()
    {
        await one.Pay("a", 5, "c1");
        (await other.Load("a")).State.Amount.ShouldBe(5);
        await one.Pay("a", 2, "c2");
        (await other.Load("a")).State.Amount.ShouldBe(5);
        (await other.Store.CatchUpAsync()).ShouldBeNull();
        (await other.Load("a")).State.Amount.ShouldBe(7);
    }

    [Fact]
    public async Task Under_load_from_both_nothing_is_lost_doubled_or_reordered()
    {
        var accepted = new ConcurrentBag<(long Position, string Id)>();
        var refused = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            {
                // Every command goes to both, as a client does that had no answer.
                foreach (var world in i % 2 == 0 ? new[] { one, other } : [other, one])
                {
                    var outcome = await world.Pay($"a{i % 20}", 1, $"c{i}");
                    if (outcome.TryGet(out var done, out var refusal))
                    {
                        accepted.Add((done.Position, $"c{i}"));
                    }
                    else
                    {
                        refused.Add(refusal.Code);
                    }
                }
            });
        refused.ShouldAllBe(code => code == "store.busy");
        (await one.Store.CatchUpAsync()).ShouldBeNull();
        var log = await one.Log();
        log.Select(fact => fact.Stamp.Command).ShouldBeUnique();
        accepted.ShouldAllBe(one => log[(int)one.Position - 1].Stamp.Command == one.Id);
        accepted.Select(one => one.Id).Distinct().Count().ShouldBe(log.Length);
        await one.ShouldBeWhole();
        await other.ShouldBeWhole();
    }

    [Fact]
    public async Task Two_who_make_a_key_for_the_same_person_seal_with_one()
    {
        // Each has read that there is no key, and made its own, before either has written it.
        await Task.WhenAll(Enumerable.Range(0, 30).SelectMany(i => new[]
        {
            one.Open($"a{i}", new("s1", "Li Na"), $"one-{i}"), other.Open($"a{i}", new("s2", "Li Na"), $"other-{i}"),
        }));
        (await one.Store.CatchUpAsync()).ShouldBeNull();
        var opened = (await one.Log()).Select(fact => fact.Fact).OfType<AccountOpened>().ToArray();
        opened.Length.ShouldBeGreaterThanOrEqualTo(30);
        foreach (var fact in opened)
        {
            one.Store.Vault.OpenTextUnlogged(fact.Owner!).Value.ShouldBe("Li Na");
            other.Store.Vault.OpenTextUnlogged(fact.Owner!).Value.ShouldBe("Li Na");
        }
    }

    public void Dispose()
    {
        other.Dispose();
        one.Dispose();
    }

    private sealed class Seen() : Follower<Account>("seen")
    {
        public List<(string Key, long? Before, long After, int Facts, long Position)> Changes { get; } = [];

        protected override void Clear() => Changes.Clear();

        protected override void Follow(
            string key, Account? before, Account after, ImmutableArray<IFact> facts, Stamp stamp)
        {
            if (!facts.IsEmpty)
            {
                Changes.Add((key, before?.Amount, after.Amount, facts.Length, stamp.Position));
            }
        }
    }
}

internal static class InOrder
{
    public static void ShouldBeInOrder(
        this IEnumerable<(string Key, long? Before, long After, int Facts, long Position)> changes) =>
        changes.Select(change => change.Position).ShouldBeInOrder();
}
