using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Heluo.Tests;

/// <summary>What a house does for itself, and what it does when its store or its clock fails.</summary>
public sealed class UpkeepTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static FakeTimeProvider Clock(DateTimeOffset? at = null) => new(at ?? Start);

    private static async Task<string> ReadyAsync(LiveHouse house)
    {
        using var answer = await house.Client.GetAsync("/health/ready", Ct);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return answer.IsSuccessStatusCode
            ? "ready"
            : body.RootElement.GetProperty("unready")[0].GetProperty("why").GetString()!;
    }

    [Fact]
    public async Task Attachments_without_a_fact_are_swept_when_they_are_old_and_not_before()
    {
        var clock = Clock();
        await using var house = await LiveHouse.StartAsync(
            HouseMode.Serve, settings => settings with { Clock = clock });
        var (store, upkeep) =
            (house.Services.GetRequiredService<Store>(), house.Services.GetRequiredService<Upkeep>());
        (await store.Blobs.PutAsync(new MemoryStream([1, 2, 3]), "person/a", "application", null, Ct)).IsRefused
            .ShouldBeFalse();
        int Files() => Directory.EnumerateFiles(
            Path.Combine(house.Data, "blobs"), "*", SearchOption.AllDirectories).Count();

        // A sweep is due, and the upload is not old enough to be an orphan.
        clock.Advance(TimeSpan.FromHours(30));
        await upkeep.TendAsync(Ct);
        Files().ShouldBe(1);

        // Old enough, and no sweep is due for a day.
        clock.Advance(TimeSpan.FromHours(20));
        await upkeep.TendAsync(Ct);
        Files().ShouldBe(1);

        clock.Advance(TimeSpan.FromHours(5));
        await upkeep.TendAsync(Ct);
        Files().ShouldBe(0);
    }

    [Fact]
    public async Task A_house_started_days_later_is_unready_until_the_time_is_confirmed_and_sweeps_nothing_meanwhile()
    {
        using var folder = new TemporaryFolder();
        HouseSettings Settings(TimeProvider clock) =>
            LiveHouse.Settings(HouseMode.Serve, folder.Root) with { Clock = clock };
        await using (var first = (await Running.StartAsync(Settings(Clock()), Ct)).Value)
        {
            await first.Services.GetRequiredService<Upkeep>().TendAsync(Ct);
        }

        var later = Clock(Start.AddDays(3));
        await using (var second = (await Running.StartAsync(Settings(later), Ct)).Value)
        {
            var doubt = second.Services.GetRequiredService<ClockDoubt>();
            doubt.Reason.ShouldBe(DoubtReason.FarFromLastSeen);
            var store = second.Services.GetRequiredService<Store>();
            (await store.Blobs.PutAsync(new MemoryStream([1]), "person/a", "application", null, Ct)).IsRefused
                .ShouldBeFalse();
            later.Advance(TimeSpan.FromDays(5));
            await second.Services.GetRequiredService<Upkeep>().TendAsync(Ct);
            Directory.EnumerateFiles(folder.At("blobs"), "*", SearchOption.AllDirectories).Count().ShouldBe(1);
            store.SeenAt().ShouldBe(Instant.FromDateTimeOffset(Start));
        }

        // The word of whoever starts it counts, and so does the time from then on.
        await using (var third = (await Running.StartAsync(
            Settings(later) with { TimeIsRight = true }, Ct)).Value)
        {
            third.Services.GetRequiredService<ClockDoubt>().IsInDoubt.ShouldBeFalse();
            await third.Services.GetRequiredService<Upkeep>().TendAsync(Ct);
        }

        await using var fourth = (await Running.StartAsync(Settings(later), Ct)).Value;
        fourth.Services.GetRequiredService<ClockDoubt>().IsInDoubt.ShouldBeFalse();
    }

    [Fact]
    public async Task A_clock_that_jumps_makes_a_serving_house_unready_and_never_a_demo()
    {
        var clock = new JumpingClock();
        await using var house = await LiveHouse.StartAsync(
            HouseMode.Serve, settings => settings with { Clock = clock });
        (await ReadyAsync(house)).ShouldBe("ready");
        clock.Jump(TimeSpan.FromHours(2));
        (await ReadyAsync(house)).ShouldContain("clock/confirmations");
        (await house.Client.GetAsync("/health/live", Ct)).IsSuccessStatusCode.ShouldBeTrue();

        await using var demo = await LiveHouse.StartAsync(HouseMode.Demo);
        demo.Services.GetRequiredService<Demo.Opening>().Clock
            .MoveTo(demo.Services.GetRequiredService<TimeProvider>().Now() + Duration.FromDays(40));
        (await ReadyAsync(demo)).ShouldBe("ready");
    }

    [Fact]
    public async Task A_full_disk_makes_the_house_unready_by_name_and_it_recovers_by_itself()
    {
        FailingDialect? disk = null;
        await using var house = await LiveHouse.StartAsync(
            HouseMode.Serve, settings => settings with { AroundStore = inner => disk = new FailingDialect(inner) });
        disk!.Fails = () => new FullException();
        await house.Services.GetRequiredService<Upkeep>().TendAsync(Ct);
        (await ReadyAsync(house)).ShouldBe("store.full");
        disk.Fails = null;
        await house.Services.GetRequiredService<Upkeep>().TendAsync(Ct);
        (await ReadyAsync(house)).ShouldBe("ready");
    }

    [Fact]
    public async Task When_the_store_is_in_doubt_the_house_ends_with_one_clear_sentence()
    {
        FailingDialect? disk = null;
        using var folder = new TemporaryFolder();
        var settings = LiveHouse.Settings(HouseMode.Serve, folder.Root) with
        {
            AroundStore = inner => disk = new FailingDialect(inner),
        };
        await using var house = (await Running.StartAsync(settings, Ct)).Value;
        var ended = house.StoppedAsync(Ct);
        disk!.InDoubt = true;
        var refused = (await house.Services.GetRequiredService<Desk>().RunAsync<ConfirmClock, HouseClock>(
            HouseClock.Key, new ConfirmClock(DoubtReason.Jumped), Actor.House, "any-command", Ct)).Refusal!;
        refused.Code.ShouldBe("store.in_doubt");
        var refusal = await ended.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        refusal!.Code.ShouldBe("host.store_stopped");
        refusal.Sentence.ShouldContain("store.in_doubt");
        Cli.ExitStatus.Of(refusal).ShouldBe(3);
    }

    private sealed class FullException() : DialectException("no room", isDamage: false)
    {
        public override bool IsFull => true;
    }

    /// <summary>The machine's clock, which somebody sets.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private TimeSpan jumped;

        public void Jump(TimeSpan by) => jumped += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + jumped;
    }

    /// <summary>A database that has no room, or does not say whether it stored.</summary>
    private sealed class FailingDialect(IDialect inner) : IDialect
    {
        public IBlobShelf? Shelf => inner.Shelf;

        public Func<DialectException>? Fails { get; set; }

        public bool InDoubt { get; set; }

        public long Head => inner.Head;

        public ReadOnlyMemory<byte> Link => inner.Link;

        public long Take() => inner.Take();

        public void Leave() => inner.Leave();

        public ValueTask<long> HeadAsync() => inner.HeadAsync();

        public ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain) => InDoubt
            ? throw new InDoubtException("the sync did not answer")
            : inner.Write(group, chain);

        public void Tend() => inner.Tend();

        public ValueTask<DocumentRow?> DocumentAsync(string stream) => inner.DocumentAsync(stream);

        public ValueTask<FactRow?> FactAsync(long position) => inner.FactAsync(position);

        public ValueTask<IReadOnlyList<FactRow>> LogAsync(long from, int max) => inner.LogAsync(from, max);

        public ValueTask<IReadOnlyList<FactRow>> ChainAsync(string stream, long head, int max) =>
            inner.ChainAsync(stream, head, max);

        public ValueTask<IReadOnlyList<DocumentRow>> DocumentsAsync(
            string family, string? shelf, string? after, int max) => inner.DocumentsAsync(family, shelf, after, max);

        public ValueTask<IReadOnlyList<CommitLink>> LinksAsync(long from, int max) => inner.LinksAsync(from, max);

        public void Relink(IReadOnlyList<CommitLink> links) => inner.Relink(links);

        public ValueTask<string?> CheckAsync() => inner.CheckAsync();

        public void Replace(IReadOnlyList<DocumentRow> documents) => inner.Replace(documents);

        public string? About(string name) => inner.About(name);

        public void SetAbout(string name, string value)
        {
            if (Fails is { } fails)
            {
                throw fails();
            }

            inner.SetAbout(name, value);
        }

        public void Dispose() => inner.Dispose();
    }
}
