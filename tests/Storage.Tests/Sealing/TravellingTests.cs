using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Sealing;

/// <summary>Sealed values on their way through requests, streams and upgrades.</summary>
public sealed class TravellingTests
{
    [Fact]
    public async Task One_value_in_two_streams_opens_from_both_after_a_restart()
    {
        using var world = new World();
        await world.Run("a", new Introduce("b", "Li Na"), "c1");
        world.Reopen();
        foreach (var key in new[] { "a", "b" })
        {
            var owner = (await world.Load(key)).State.Owner!;
            world.Store.Vault.OpenTextUnlogged(owner).Value.ShouldBe("Li Na");
        }

        var facts = await world.Log();
        ((AccountOpened)facts[0].Fact).Owner.ShouldBe(((AccountOpened)facts[1].Fact).Owner);
    }

    [Fact]
    public async Task A_value_copied_from_another_stream_needs_no_key_and_stays_the_same()
    {
        using var world = new World();
        await world.Open("a", new("2021", "Li Na"), "c1");
        await world.Run("b", new CopyOwner("a"), "c2");
        world.Reopen();
        var (from, to) = ((await world.Load("a")).State.Owner!, (await world.Load("b")).State.Owner!);
        to.ShouldBe(from);
        to.Commitment.ShouldBe(from.Commitment);
        world.Store.Vault.OpenTextUnlogged(to).Value.ShouldBe("Li Na");
        await world.ShouldBeWhole();
    }

    [Fact]
    public async Task A_request_may_carry_a_plain_value_and_is_recognised_by_its_content()
    {
        using var world = new World();
        await world.Run("a", new Name(Sealed.Of("person/1", "account", "Li Na")), "c1");
        (await world.Run("a", new Name(Sealed.Of("person/1", "account", "Li Na")), "c1")).Value.Repeated.ShouldBeTrue();
        (await world.Run("a", new Name(Sealed.Of("person/1", "account", "Wu Di")), "c1"))
            .Refusal!.Code.ShouldBe("command.reused");
    }

    [Fact]
    public async Task A_refused_decision_leaves_no_key_behind()
    {
        using var world = new World();
        (await world.Run("a", new NameAndRefuse("Li Na"), "c1")).Refusal!.Code.ShouldBe("account.refused");
        world.Store.Vault.IsWaiting.ShouldBeFalse();
    }

    [Fact]
    public async Task Sealing_by_many_at_once_gives_each_subject_one_key()
    {
        using var world = new World();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            () => world.Run($"a{i}", new Name(Sealed.Of($"person/{i % 20}", "account", $"Name {i}")), $"c{i}"))));
        world.Reopen();
        var keys = new Dictionary<int, string>();
        for (var i = 0; i < 200; i++)
        {
            var owner = (await world.Load($"a{i}")).State.Owner!;
            world.Store.Vault.OpenTextUnlogged(owner).Value.ShouldBe($"Name {i}");
            keys.TryAdd(i % 20, owner.KeyId!);
            owner.KeyId.ShouldBe(keys[i % 20]);
        }

        keys.Values.Distinct().Count().ShouldBe(20);
    }

    private sealed record Introduce(string Other, string Text) : IDecision<Introduce, Account>, IDeclaresReads<Account>
    {
        public void Declare(Account state, ReadList list) => list.Add<Account>(Other, mayWrite: true);

        public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Introduce request, Instant now)
        {
            var owner = Sealed.Of("person/1", "account", request.Text);
            return Decided.With(new AccountOpened(owner)).Also<Account>(request.Other, new AccountOpened(owner));
        }
    }

    private sealed record CopyOwner(string From) : IDecision<CopyOwner, Account>, IDeclaresReads<Account>
    {
        public void Declare(Account state, ReadList list) => list.Add<Account>(From);

        public static Outcome<Decided> Decide(
            Account state, Actor actor, Reads reads, CopyOwner request, Instant now) =>
            Decided.With(new AccountOpened(reads.Get<Account>(request.From).Owner));
    }

    private sealed record Name(Sealed Owner) : IDecision<Name, Account>
    {
        public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Name request, Instant now) =>
            Decided.With(new AccountOpened(request.Owner));
    }

    private sealed record NameAndRefuse(string Text) : IDecision<NameAndRefuse, Account>
    {
        public static Outcome<Decided> Decide(
            Account state, Actor actor, Reads reads, NameAndRefuse request, Instant now)
        {
            _ = Sealed.Of("person/1", "account", request.Text);
            return new Refusal(RefusalKind.Forbidden, "account.refused", "No.");
        }
    }
}
