using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.States;

/// <summary>One family as two versions of the program see it.</summary>
public sealed class ReshapeTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task Documents_of_an_older_shape_are_folded_anew_at_the_next_start()
    {
        using (var store = Open<Older>())
        using (var desk = new Desk(store, TimeProvider.System, Contexts.None))
        {
            for (var i = 1; i <= 5; i++)
            {
                await desk.RunAsync<Count, Older>(
                    "a", new(i), World.Clerk, $"c{i}", TestContext.Current.CancellationToken);
            }
        }

        using var newer = Open<Newer>();
        var loaded = (await newer.LoadAsync<Newer>("a")).Value;
        (loaded.State.Sum, loaded.State.Largest, loaded.Version, loaded.Position).ShouldBe((15, 5, 5, 5L));
        (await newer.ReadShelfAsync<Newer>("large")).Value.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_shape_that_was_not_raised_shows_as_damage_and_never_as_a_guess()
    {
        using (var store = Open<Older>())
        using (var desk = new Desk(store, TimeProvider.System, Contexts.None))
        {
            await desk.RunAsync<Count, Older>("a", new(1), World.Clerk, "c1", TestContext.Current.CancellationToken);
        }

        using var forgetful = Open<Forgetful>();
        (await forgetful.LoadAsync<Forgetful>("a")).Refusal!.Code.ShouldBe("store.corrupt");
    }

    public void Dispose() => scratch.Dispose();

    private Store Open<TState>()
        where TState : class, IState<TState> => Store.Open(
            new(scratch.Folder),
            new FactCatalog().AddState<TState>().Add<Counted>("counter.counted"),
            TimeProvider.System).Value;

    private sealed record Counted(int Number) : IFact;

    private sealed record Count(int Number) : IDecision<Count, Older>
    {
        public static Outcome<Decided> Decide(Older state, Actor actor, Reads reads, Count request, Instant now) =>
            Decided.With(new Counted(request.Number));
    }

    private sealed record Older(int Sum) : IState<Older>
    {
        public static string Family => "counter";

        public string? Shelf => null;

        public static Older Start(string key) => new(0);

        public Older Apply(IFact fact, Stamp stamp) => new(Sum + ((Counted)fact).Number);
    }

    private sealed record Newer(int Sum, int Largest) : IState<Newer>
    {
        public static string Family => "counter";

        public static int Shape => 2;

        public string? Shelf => Largest > 3 ? "large" : null;

        public static Newer Start(string key) => new(0, 0);

        public Newer Apply(IFact fact, Stamp stamp) =>
            new(Sum + ((Counted)fact).Number, Math.Max(Largest, ((Counted)fact).Number));
    }

    private sealed record Forgetful(int Sum, int Largest) : IState<Forgetful>
    {
        public static string Family => "counter";

        public string? Shelf => null;

        public static Forgetful Start(string key) => new(0, 0);

        public Forgetful Apply(IFact fact, Stamp stamp) => this;
    }
}
