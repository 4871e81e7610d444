using System.Text.Json.Nodes;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Facts;

/// <summary>A store written by one version of the program and read by the next, and the other way round.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Fact]
    public async Task A_newer_program_reads_older_facts_lifted_and_writes_its_own_beside_them()
    {
        await Write(Older(), "c1");
        using var store = Store.Open(new(scratch.Folder), Newer(), TimeProvider.System).Value;
        using var desk = new Desk(store, TimeProvider.System, Contexts.None);
        (await desk.RunAsync<Measure2, Gauge2>("g", new(7), World.Clerk, "c2", Ct)).Value.State.Sum.ShouldBe(1007);
        var log = (await store.ReadLogAsync(1)).Value;
        log.Select(fact => fact.Fact).ShouldBe([new Measured2(1000, "mm"), new Measured2(7, "mm")]);
        log.Select(fact => fact.Kind).ShouldBe(["gauge.measured", "gauge.measured"]);
    }

    [Fact]
    public async Task An_older_program_refuses_newer_facts_by_name()
    {
        using (var store = Store.Open(new(scratch.Folder), Newer(), TimeProvider.System).Value)
        using (var desk = new Desk(store, TimeProvider.System, Contexts.None))
        {
            await desk.RunAsync<Measure2, Gauge2>("g", new(7), World.Clerk, "c1", Ct);
        }

        var opened = Store.Open(new(scratch.Folder), Older(), TimeProvider.System);
        opened.Refusal!.Code.ShouldBe(
            "fact.newer", "its documents are of another shape and their facts cannot be read");
        opened.Refusal.Sentence.ShouldContain("gauge.measured@2");
    }

    public void Dispose() => scratch.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static FactCatalog Older() => new FactCatalog().AddState<Gauge1>().Add<Measured1>("gauge.measured");

    private static FactCatalog Newer() => new FactCatalog().AddState<Gauge2>()
        .Add<Measured2>("gauge.measured", 2, MetresToMillimetres);

    private static JsonObject MetresToMillimetres(JsonObject body) => new()
    {
        ["amount"] = body["metres"]!.GetValue<int>() * 1000,
        ["unit"] = "mm",
    };

    private async Task Write(FactCatalog catalog, string id)
    {
        using var store = Store.Open(new(scratch.Folder), catalog, TimeProvider.System).Value;
        using var desk = new Desk(store, TimeProvider.System, Contexts.None);
        (await desk.RunAsync<Measure1, Gauge1>("g", new(1), World.Clerk, id, Ct)).IsRefused.ShouldBeFalse();
    }

    private sealed record Measured1(int Metres) : IFact;

    private sealed record Measured2(int Amount, string Unit) : IFact;

    private sealed record Gauge1(int Total) : IState<Gauge1>
    {
        public static string Family => "gauge";

        public string? Shelf => null;

        public static Gauge1 Start(string key) => new(0);

        public Gauge1 Apply(IFact fact, Stamp stamp) => new(Total + ((Measured1)fact).Metres);
    }

    private sealed record Gauge2(int Sum) : IState<Gauge2>
    {
        public static string Family => "gauge";

        public static int Shape => 2;

        public string? Shelf => null;

        public static Gauge2 Start(string key) => new(0);

        public Gauge2 Apply(IFact fact, Stamp stamp) => new(Sum + ((Measured2)fact).Amount);
    }

    private sealed record Measure1(int Metres) : IDecision<Measure1, Gauge1>
    {
        public static Outcome<Decided> Decide(Gauge1 state, Actor actor, Reads reads, Measure1 request, Instant now) =>
            Decided.With(new Measured1(request.Metres));
    }

    private sealed record Measure2(int Amount) : IDecision<Measure2, Gauge2>
    {
        public static Outcome<Decided> Decide(Gauge2 state, Actor actor, Reads reads, Measure2 request, Instant now) =>
            Decided.With(new Measured2(request.Amount, "mm"));
    }
}
