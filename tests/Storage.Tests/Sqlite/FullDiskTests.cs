namespace Heluo.Storage.Tests.Sqlite;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_without_half_written_state_and_work_resumes()
    {
        var pages = 60;
        using var world = new World(options => options with { MaxPages = pages });
        var stored = 0;
        string? refused = null;
        for (var i = 0; refused is null; i++)
        {
            refused = (await world.Pay($"a{i}", 1, $"c{i}", new('x', 500))).Refusal?.Code;
            stored += refused is null ? 1 : 0;
        }

        refused.ShouldBe("store.full");
        stored.ShouldBeGreaterThan(5);
        world.Store.Health.Reasons.ShouldBe(["store.full"]);
        world.Store.Head.ShouldBe(stored);
        (await world.Log()).Length.ShouldBe(stored);
        await world.ShouldBeWhole();

        pages = 1000;
        world.Reopen();
        (await world.Pay("late", 1, "late")).Value.Position.ShouldBe(stored + 1);
        world.Store.Health.Ready.ShouldBeTrue();
        await world.ShouldBeWhole();
    }

    [Fact]
    public async Task A_commit_too_large_for_the_disk_fails_alone_and_the_store_goes_on_without_a_restart()
    {
        using var world = new World(options => options with { MaxPages = 200 });
        var large = Enumerable.Range(0, 3).Select(
            i => Task.Run(() => world.Pay($"l{i}", 1, $"l{i}", new('x', 250_000))));
        var small = Enumerable.Range(0, 20).Select(i => Task.Run(() => world.Pay($"s{i}", 1, $"s{i}")));
        var all = await Task.WhenAll(large.Concat(small));
        all.Take(3).ShouldAllBe(outcome => outcome.Refusal!.Code == "store.full");
        all.Skip(3).ShouldAllBe(outcome => !outcome.IsRefused);
        (await world.Pay("after", 1, "after")).IsRefused.ShouldBeFalse();
        world.Store.Health.Ready.ShouldBeTrue();
        await world.ShouldBeWhole();
    }
}
