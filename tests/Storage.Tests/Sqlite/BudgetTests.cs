using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Sqlite;

/// <summary>Bytes written per transition are the budget of the store: at most 4 kB on average.</summary>
public sealed class BudgetTests
{
    private const int Cases = 500;
    private const int Clients = 64;
    private const int Transitions = 3000;

    [Fact]
    public async Task A_transition_writes_four_kilobytes_at_most()
    {
        using var scratch = new Scratch();
        var options = new StoreOptions(scratch.Folder) { CheckpointBytes = 1L << 30 };
        using var store = Store.Open(
            options, new FactCatalog().AddState<Dossier>().Add<Step>("dossier.step"), TimeProvider.System).Value;
        using var desk = new Desk(store, TimeProvider.System, Contexts.None);
        await Perform(desk, Cases * 6, turn => turn % Cases);
        var before = new FileInfo(scratch["heluo.db-wal"]).Length;
        await Perform(desk, Transitions, turn => (turn * 7919) % Cases, "second");
        var logged = (new FileInfo(scratch["heluo.db-wal"]).Length - before) / (double)Transitions;

        var facts = (await store.ReadLogAsync(store.Head, 1)).Value;
        var dossier = (await store.LoadAsync<Dossier>(facts[0].Stream["dossier/".Length..])).Value.State;
        var family = store.Catalog.Family(typeof(Dossier));
        family.Write(dossier).Length.ShouldBeInRange(1000, 1600, "the measure must be of a realistic document");
        store.Catalog.Write(facts[0].Fact).Body.Length.ShouldBeInRange(300, 500, "and of a realistic fact");

        // What the log holds is written once more, at most, when it is moved into the file.
        (2 * logged).ShouldBeLessThanOrEqualTo(4096, $"{logged:f0} bytes of log per transition");
    }

    private static Task Perform(Desk desk, int count, Func<int, int> which, string round = "first")
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (var turn = Interlocked.Increment(ref next); turn < count; turn = Interlocked.Increment(ref next))
            {
                var key = FormattableString.Invariant($"41010500202101{which(turn):d12}");
                var done = await desk.RunAsync<TakeStep, Dossier>(
                    key, new(turn), World.Clerk, FormattableString.Invariant($"01j{round}{turn:d20}"));
                done.IsRefused.ShouldBeFalse();
            }
        })));
    }

    private sealed record Step(string Act, string Stage, string Note, ImmutableArray<string> Starts) : IFact;

    private sealed record Clock(string Limit, string Unit, int Amount, Instant Start, string By);

    private sealed record Dossier(string Key, string Stage, string Applicant, ImmutableArray<Clock> Clocks, int Steps)
        : IState<Dossier>
    {
        public static string Family => "dossier";

        public string Shelf => "inbox/410105/window";

        public static Dossier Start(string key) => new(key, "draft", new('s', 160), [], 0);

        public Dossier Apply(IFact fact, Stamp stamp)
        {
            var clock = new Clock($"limit-{Steps % 7}", "work-day", Steps % 30, stamp.At, stamp.Actor);
            return this with
            {
                Stage = ((Step)fact).Stage,
                Steps = Steps + 1,
                Clocks = Clocks.Length < 7 ? Clocks.Add(clock) : Clocks.SetItem(Steps % 7, clock),
            };
        }
    }

    private sealed record TakeStep(int Turn) : IDecision<TakeStep, Dossier>
    {
        public static Outcome<Decided> Decide(Dossier state, Actor actor, Reads reads, TakeStep request, Instant now) =>
            Decided.With(new Step(
                "correction.notice", "accepted", new('n', 220), [$"promise-{request.Turn}", "law", "correction"]));
    }
}
