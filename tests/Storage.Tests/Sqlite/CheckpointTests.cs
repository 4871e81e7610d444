namespace Heluo.Storage.Tests.Sqlite;

public sealed class CheckpointTests
{
    [Fact]
    public async Task The_log_stays_near_its_bound_under_load_and_under_readers()
    {
        const int Bound = 256 * 1024;
        using var world = new World(options => options with { CheckpointBytes = Bound, StateCacheBytes = 0 });
        var note = new string('x', 300);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                (await world.Pay($"a{worker}-{i % 7}", 1, $"{worker}-{i}", note)).IsRefused.ShouldBeFalse();
                await world.Load($"a{worker}-{i % 5}");
            }
        })));
        var log = new FileInfo(Path.Combine(world.Folder, "heluo.db-wal")).Length;
        log.ShouldBeInRange(1, 5 * Bound, "without checkpoints it would be some 2.7 MB");
        await world.ShouldBeWhole();
    }

    [Fact]
    public async Task Closing_leaves_one_file_without_a_log()
    {
        using var world = new World();
        await world.Pay("a", 1, "c1");
        world.Close();
        Directory.GetFiles(world.Folder, "heluo.db*").Select(Path.GetFileName).ShouldBe(["heluo.db"]);
    }
}
