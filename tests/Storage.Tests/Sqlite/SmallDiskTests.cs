using System.Diagnostics;
using Heluo.Kernel;
using Microsoft.Extensions.Time.Testing;

namespace Heluo.Storage.Tests.Sqlite;

/// <summary>A real file system of two megabytes that fills up.</summary>
public sealed class SmallDiskTests
{
    [Fact]
    public async Task A_disk_that_fills_up_is_refused_by_name_unready_and_taken_up_again_when_there_is_room()
    {
        using var scratch = new Scratch();
        var disk = Path.Combine(scratch.Folder, "disk");
        Directory.CreateDirectory(disk);
        if (Run("mount", "-t", "tmpfs", "-o", "size=2m", "heluo-test", disk) is not 0)
        {
            Assert.Skip("A small file system needs the right to mount one.");
        }

        try
        {
            await FillAsync(disk);
        }
        finally
        {
            Run("umount", disk).ShouldBe(0);
        }
    }

    private static async Task FillAsync(string disk)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2021, 1, 4, 8, 0, 0, TimeSpan.Zero));
        var acknowledged = new List<string>();
        using (var store = Store.Open(new(disk), World.Catalog(), time).Value)
        using (var desk = new Desk(store, time, Contexts.None))
        {
            var ballast = Path.Combine(disk, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[512 * 1024]);
            Refusal? refusal = null;
            for (var i = 0; refusal is null && i < 10_000; i++)
            {
                var done = await desk.RunAsync<Pay, Account>($"a{i}", new(1, new('x', 2_000)), World.Clerk, $"c{i}");
                refusal = done.Refusal;
                if (refusal is null)
                {
                    acknowledged.Add($"a{i}");
                }
            }

            refusal!.Code.ShouldBe("store.full");
            store.Health.Reasons.ShouldBe(["store.full"]);
            store.Stopped.IsCancellationRequested.ShouldBeFalse();
            (await store.NoteTimeAsync(time.Now()))?.Code.ShouldBe("store.full");
            (await store.Blobs.PutAsync(
                new MemoryStream(new byte[900_000]), "person/a", "application", null)).Refusal!.Code
                .ShouldBe("blob.failed");

            // Room again, and nobody writes: the note of the time finds it out.
            File.Delete(ballast);
            (await store.NoteTimeAsync(time.Now())).ShouldBeNull();
            store.Health.Ready.ShouldBeTrue();
            (await desk.RunAsync<Pay, Account>("late", new(1), World.Clerk, "late")).IsRefused.ShouldBeFalse();
            acknowledged.Add("late");
        }

        using var world = new World(disk);
        await world.ShouldBeWhole();
        world.Store.Head.ShouldBe(acknowledged.Count);
        foreach (var key in acknowledged)
        {
            (await world.Load(key)).Version.ShouldBe(1);
        }
    }

    private static int Run(string program, params string[] words)
    {
        try
        {
            using var run = Process.Start(new ProcessStartInfo(program, words)
            {
                RedirectStandardError = true, RedirectStandardOutput = true,
            })!;
            run.WaitForExit();
            return run.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
