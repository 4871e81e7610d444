using System.Text;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Sqlite;

/// <summary>Whatever page of a store is damaged, either the verification fails or everything is still there, byte for
/// byte.</summary>
public sealed class FlippedPageTests
{
    private const int PageSize = 1024;

    [Fact]
    public async Task A_flipped_byte_in_any_page_is_found_or_changes_nothing()
    {
        using var world = new World();
        for (var i = 0; i < 30; i++)
        {
            await world.Open($"a{i % 9}", new("2021", "Li Na", "desk", new('n', 200)), $"o{i}");
            await world.Pay($"a{i % 5}", i, $"c{i}");
        }

        await world.Store.CheckpointAsync(Instant.FromUtc(2021, 1, 4, 9, 0));
        var export = await ExportAsync(world.Store);
        var checkpoints = world.Store.Checkpoints.Read().Value;
        world.Close();
        var path = Path.Combine(world.Folder, "heluo.db");
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var (found, harmless) = (0, 0);
        for (var at = 0; at < whole.Length; at += PageSize / 3)
        {
            var damaged = whole.ToArray();
            damaged[at + (at * 7 % 97 % Math.Min(97, whole.Length - at))] ^= 0x55;
            await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);
            if (await IsFoundAsync(world, checkpoints))
            {
                found++;
                continue;
            }

            using var store = world.TryOpen().Value;
            (await ExportAsync(store)).ShouldBe(export, FormattableString.Invariant($"damage near byte {at}"));
            harmless++;
        }

        found.ShouldBeGreaterThan(harmless, "most of the file is content");
        await File.WriteAllBytesAsync(path, whole, TestContext.Current.CancellationToken);
        world.Reopen();
        await world.ShouldBeWhole();
    }

    private static async Task<bool> IsFoundAsync(World world, IReadOnlyList<Checkpoint> checkpoints)
    {
        if (!world.TryOpen().TryGet(out var store, out _))
        {
            return true;
        }

        using (store)
        {
            return (await store.VerifyAsync(checkpoints)).IsRefused;
        }
    }

    private static async Task<string> ExportAsync(Store store)
    {
        var all = new StringBuilder();
        for (var i = 0; i < 9; i++)
        {
            var rows = (await store.ReadRowsAsync<Account>($"a{i}")).Value;
            all.AppendJoin('\n', rows.Select(row => row with { Body = default, Link = default }));
            all.AppendJoin('\n', rows.Select(row => Encoding.UTF8.GetString(row.Body.Span)));
            all.AppendJoin('\n', rows.Select(row => Convert.ToHexString(row.Link.Span)));
            all.Append((await store.LoadAsync<Account>($"a{i}")).Value);
        }

        return all.ToString();
    }
}
