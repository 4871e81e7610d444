using CsCheck;

namespace Heluo.Storage.Tests.Sqlite;

/// <summary>A file that was overwritten anywhere is refused or read as it was; nothing falls over.</summary>
public sealed class DamageTests
{
    [Fact]
    public async Task Whatever_byte_is_overwritten_the_store_refuses_or_answers()
    {
        using var world = new World();
        for (var i = 0; i < 40; i++)
        {
            await world.Open($"a{i % 9}", new("2021", "Li Na", "desk", new('n', 200)), $"o{i}");
            await world.Pay($"a{i % 5}", i, $"c{i}");
        }

        world.Close();
        var path = Path.Combine(world.Folder, "heluo.db");
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                var damaged = whole.ToArray();
                damaged[at] ^= change;
                File.WriteAllBytes(path, damaged);
                Touch(world).GetAwaiter().GetResult();
            },
            iter: 100,
            threads: 1);
        await File.WriteAllBytesAsync(path, whole, TestContext.Current.CancellationToken);
        world.Reopen();
        await world.ShouldBeWhole();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1024)]
    [InlineData(5000)]
    public async Task A_file_cut_off_is_refused_or_begun_anew_only_when_it_is_empty(int length)
    {
        using var world = new World();
        await world.Pay("a", 1, "c1");
        world.Close();
        using (var file = File.OpenWrite(Path.Combine(world.Folder, "heluo.db")))
        {
            file.SetLength(length);
        }

        await Touch(world);
    }

    /// <summary>Opens, reads everything, writes once: every answer is a value.</summary>
    private static async Task Touch(World world)
    {
        if (!world.TryOpen().TryGet(out var store, out _))
        {
            return;
        }

        using (store)
        using (var desk = new Desk(store, world.Time, Contexts.None))
        {
            await store.ReadLogAsync(1, Limits.PageSize);
            await store.ReadShelfAsync<Account>(null, max: Limits.PageSize);
            await store.ReadShelfAsync<Account>("desk", max: Limits.PageSize);
            for (var i = 0; i < 9; i++)
            {
                await store.LoadAsync<Account>($"a{i}");
                await store.ReadHistoryAsync<Account>($"a{i}");
            }

            await desk.RunAsync<Pay, Account>("a0", new(1), World.Clerk, "new", TestContext.Current.CancellationToken);
        }
    }
}
