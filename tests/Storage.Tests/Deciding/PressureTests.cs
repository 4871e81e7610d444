using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Deciding;

/// <summary>What the desk does when things go wrong around a decision.</summary>
public sealed class PressureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_that_throws_gives_back_what_it_held()
    {
        using var world = new World();
        for (var i = 0; i < 3; i++)
        {
            await Should.ThrowAsync<DivideByZeroException>(() => world.Run("a", new Explode(), "c1"));
        }

        (await world.Pay("a", 1, "c1")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task More_requests_than_may_wait_are_refused_at_once_and_the_others_answered()
    {
        using var world = new World();
        using var door = new Door();
        using var desk = new Desk(world.Store, world.Time, Contexts.None.With(door));
        var first = Task.Run(() => desk.RunAsync<PayWhenOpen, Account>("a", new(), World.Clerk, "c0", Ct), Ct);
        door.Reached.Wait(Ct);
        var waiting = Enumerable.Range(1, 4100)
            .Select(i => desk.RunAsync<PayWhenOpen, Account>("a", new(), World.Clerk, $"c{i}", Ct)).ToList();
        var refused = waiting.Where(task => task.IsCompleted).ToList();
        refused.Count.ShouldBe(4100 - 4095);
        (await Task.WhenAll(refused)).ShouldAllBe(outcome => outcome.Refusal!.Code == "store.overloaded");
        door.Open.Set();
        (await first).Value.Version.ShouldBe(1);
        (await Task.WhenAll(waiting)).Count(outcome => !outcome.IsRefused).ShouldBe(4095);
        (await world.Load("a")).Version.ShouldBe(4096);
        (await desk.RunAsync<PayWhenOpen, Account>("a", new(), World.Clerk, "late", Ct)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_repeated_command_whose_rule_now_refuses_gets_its_place_without_a_reply()
    {
        using var world = new World();
        using var before = new Desk(world.Store, world.Time, Contexts.None.With(new Rate(5)));
        using var after = new Desk(world.Store, world.Time, Contexts.None.With(new Rate(-5)));
        var first = await before.RunAsync<PayIfRate, Account>("a", new(), World.Clerk, "c1", Ct);
        first.Value.Reply.ShouldBe(5L);
        var again = (await after.RunAsync<PayIfRate, Account>("a", new(), World.Clerk, "c1", Ct)).Value;
        (again.Repeated, again.Position, again.Version, again.Reply).ShouldBe((true, 1L, 1, null));
        again.State.Amount.ShouldBe(5);
    }

    [Fact]
    public async Task What_a_decision_declares_may_depend_on_a_state_that_changes_while_it_waits()
    {
        using var world = new World();
        await world.Pay("b", 100, "p1");
        await world.Pay("c", 100, "p2");
        await world.Run("a", new Shelve("b"), "s");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => i % 3 == 0
            ? world.Run("a", new Shelve(i % 2 == 0 ? "b" : "c"), $"s{i}")
            : world.Run("a", new TakeFromShelf(), $"t{i}"))));
        answers.ShouldAllBe(answer => !answer.IsRefused || answer.Refusal!.Code == "store.busy");
        var sum = 0L;
        foreach (var key in new[] { "a", "b", "c" })
        {
            sum += (await world.Load(key)).State.Amount;
        }

        sum.ShouldBe(200);
        await world.ShouldBeWhole();
    }

    private sealed record Explode : IDecision<Explode, Account>
    {
        public static Outcome<Decided> Decide(Account state, Actor actor, Reads reads, Explode request, Instant now) =>
            throw new DivideByZeroException();
    }

    private sealed class Door : IDisposable
    {
        public ManualResetEventSlim Open { get; } = new();

        public ManualResetEventSlim Reached { get; } = new();

        public void Dispose()
        {
            Open.Dispose();
            Reached.Dispose();
        }
    }

    private sealed record PayWhenOpen : IDecision<PayWhenOpen, Account>
    {
        public static Outcome<Decided> Decide(
            Account state, Actor actor, Reads reads, PayWhenOpen request, Instant now)
        {
            reads.Context<Door>().Reached.Set();
            reads.Context<Door>().Open.Wait();
            return Decided.With(new MoneyPaid(1));
        }
    }

    private sealed record PayIfRate : IDecision<PayIfRate, Account>
    {
        public static Outcome<Decided> Decide(
            Account state, Actor actor, Reads reads, PayIfRate request, Instant now) =>
            reads.Context<Rate>() is { Amount: > 0 } rate
                ? Decided.With(new MoneyPaid(rate.Amount)).Reply(rate.Amount)
                : new Refusal(RefusalKind.Conflict, "account.rate", "The rate is not good.");
    }

    /// <summary>Takes one coin from the account that the shelf names.</summary>
    private sealed record TakeFromShelf : IDecision<TakeFromShelf, Account>, IDeclaresReads<Account>
    {
        public void Declare(Account state, ReadList list) => list.Add<Account>(state.Shelf ?? "none", mayWrite: true);

        public static Outcome<Decided> Decide(
            Account state, Actor actor, Reads reads, TakeFromShelf request, Instant now) =>
            Decided.With(new MoneyPaid(1)).Also<Account>(state.Shelf ?? "none", new MoneyPaid(-1));
    }
}
