using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage.Tests.Suite;

/// <summary>What was backed up comes back, whole or as of a moment, and proves to be what it was.</summary>
public abstract class BackupSuite : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2021, 1, 4, 9, 0);
    private readonly Scratch backup = new();
    private readonly Scratch target = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BackupFolder Folder => new(backup.Folder);

    protected abstract World NewWorld();

    [Fact]
    public async Task What_was_backed_up_in_two_runs_comes_back_whole()
    {
        using var world = NewWorld();
        var blob = await LiveAsync(world, "first");
        (await Run(world)).To.ShouldBe(world.Store.Head);
        await LiveAsync(world, "second");
        await world.Store.CheckpointAsync(Now);
        var run = await Run(world);
        run.From.ShouldBeGreaterThan(1);
        var verified = (await world.Store.VerifyAsync([])).Value;
        run.Link.ShouldBe(verified.Link);

        var restored = (await RestoreAsync()).Value;
        (restored.Facts, restored.Epoch).ShouldBe((verified.Facts, 2));
        using var again = Open(world);
        var proven = (await again.VerifyAsync(again.Checkpoints.Read().Value)).Value;
        proven.Link.ShouldBe(verified.Link);
        (proven.Documents, proven.Attachments).ShouldBe((verified.Documents, verified.Attachments));
        again.Id.ShouldBe(world.Store.Id);
        for (var i = 0; i < 4; i++)
        {
            (await again.LoadAsync<Account>($"a{i}")).Value.State.Amount
                .ShouldBe((await world.Load($"a{i}")).State.Amount);
        }

        var owner = (await again.LoadAsync<Account>("a1")).Value.State.Owner!;
        again.Vault.OpenTextUnlogged(owner).Value.ShouldBe("Li Na");
        using var content = again.Blobs.OpenUnlogged(blob).Value;
        content.ReadByte().ShouldBe(7);
    }

    [Fact]
    public async Task It_comes_back_as_of_a_moment_and_goes_on_from_there_in_a_new_epoch()
    {
        using var world = NewWorld();
        await LiveAsync(world, "first");
        await world.Store.CheckpointAsync(Now);
        var (head, amount) = (world.Store.Head, (await world.Load("a1")).State.Amount);
        var moment = Instant.FromDateTimeOffset(world.Time.GetUtcNow());
        world.Time.Advance(TimeSpan.FromHours(1));
        await LiveAsync(world, "second");
        await world.Store.CheckpointAsync(Now);
        await Run(world);

        (await RestoreAsync(moment)).Value.Facts.ShouldBe(head);
        using var again = Open(world);
        (await again.LoadAsync<Account>("a1")).Value.State.Amount.ShouldBe(amount);
        using var desk = new Desk(again, world.Time, Contexts.None);
        (await desk.RunAsync<Pay, Account>("a1", new(5), World.Clerk, "anew", Ct)).IsRefused.ShouldBeFalse();
        (await again.CheckpointAsync(Now)).Value!.Epoch.ShouldBe(2);
        var checkpoints = again.Checkpoints.Read().Value;
        checkpoints.Length.ShouldBe(3);
        (await again.VerifyAsync(checkpoints)).Refusal.ShouldBeNull();
        (await again.ProveAsync(1)).Value.Check(again.JournalKey().Value).ShouldBeNull();
        (await again.ProveAsync(again.Head)).Value.Check(again.JournalKey().Value).ShouldBeNull();
        (await again.BackupAsync(Folder, Now, Ct)).Refusal!.Code.ShouldBe("backup.other_store");
    }

    [Fact]
    public async Task Whoever_was_forgotten_since_stays_forgotten_in_an_old_backup()
    {
        using var world = NewWorld();
        await LiveAsync(world, "first");
        await world.Store.CheckpointAsync(Now);
        await Run(world);
        world.Store.Vault.Erase(new("person/a1", [], "case 7", Now)).Value.ShouldBe(2);

        (await RestoreAsync()).Refusal.ShouldBeNull();
        using var again = Open(world);
        var owner = (await again.LoadAsync<Account>("a1")).Value.State.Owner!;
        again.Vault.OpenTextUnlogged(owner).Refusal!.Code.ShouldBe("vault.erased");
        var verified = (await again.VerifyAsync(again.Checkpoints.Read().Value)).Value;
        verified.Erased.ShouldHaveSingleItem().Order.ShouldBe("case 7");
        (await again.ProveAsync(1)).Value.Check(again.JournalKey().Value).ShouldBeNull();
    }

    [Fact]
    public async Task Keys_are_never_in_it()
    {
        using var world = NewWorld();
        await LiveAsync(world, "first");
        await Run(world);
        Directory.GetFiles(backup.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            .ShouldNotContain(name => name!.EndsWith(".key") || name.EndsWith(".pem") || name.StartsWith("keys"));
    }

    [Theory]
    [InlineData("segments", "backup.altered")]
    [InlineData("blobs", "backup.altered")]
    [InlineData("backup.jsonl", "backup.form")]
    public async Task A_backup_that_was_altered_or_cut_is_refused(string part, string code)
    {
        using var world = NewWorld();
        await LiveAsync(world, "first");
        await Run(world);
        var path = backup[part];
        if (part == "blobs")
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            var file = File.Exists(path) ? path : Directory.GetFiles(path).Single();
            var bytes = await File.ReadAllBytesAsync(file, Ct);
            bytes[bytes.Length / 2] ^= 0x40;
            await File.WriteAllBytesAsync(file, bytes, Ct);
        }

        (await RestoreAsync()).Refusal!.Code.ShouldBeOneOf(code, "backup.altered", "backup.unlinked");
        if (File.Exists(Path.Combine(target["store"], "heluo.db")) && part != "backup.jsonl")
        {
            Store.Open(new StoreOptions(target["store"]), World.Catalog(), world.Time).Refusal!.Code
                .ShouldBe("restore.unfinished");
        }
    }

    [Fact]
    public async Task Where_nothing_can_be_restored_from_or_into_it_is_said()
    {
        using var world = NewWorld();
        (await RestoreAsync()).Refusal!.Code.ShouldBe("backup.empty");
        await LiveAsync(world, "first");
        await Run(world);
        (await RestoreAsync(Instant.FromUtc(2020, 1, 1, 0, 0))).Refusal!.Code.ShouldBe("restore.too_early");
        (await RestoreAsync()).Refusal.ShouldBeNull();
        (await RestoreAsync()).Refusal!.Code.ShouldBe("restore.occupied");
    }

    [Fact]
    public async Task A_backup_of_an_empty_store_and_one_with_nothing_new_are_whole_too()
    {
        using var world = NewWorld();
        (await Run(world)).Segment.ShouldBeNull();
        await LiveAsync(world, "first");
        (await Run(world)).Segment.ShouldNotBeNull();
        (await Run(world)).Segment.ShouldBeNull();
        (await RestoreAsync()).Value.Facts.ShouldBe(world.Store.Head);
    }

    public void Dispose()
    {
        backup.Dispose();
        target.Dispose();
    }

    private async Task<BackupRun> Run(World world) => (await world.Store.BackupAsync(Folder, Now, Ct)).Value;

    private Task<Outcome<Restored>> RestoreAsync(Instant? until = null) => new Restoring(Folder, World.Catalog())
        .RunAsync(new StoreOptions(target["store"]), until, Ct);

    /// <summary>The restored store, with the keys of the world: they are copied apart.</summary>
    private Store Open(World world)
    {
        world.Close();
        var keys = Directory.CreateDirectory(Path.Combine(target["store"], "keys")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(world.Folder, "keys")))
        {
            File.Copy(file, Path.Combine(keys, Path.GetFileName(file)));
        }

        try
        {
            return Store.Open(new StoreOptions(target["store"]), World.Catalog(), world.Time).Value;
        }
        finally
        {
            world.Reopen();
        }
    }

    private static async Task<BlobRef> LiveAsync(World world, string round)
    {
        for (var i = 0; i < 4; i++)
        {
            await world.Open($"a{i}", new("2021", "Li Na"), $"{round}-o{i}");
            await world.Pay($"a{i}", i + 1, $"{round}-p{i}");
        }

        var blob = (await world.Store.Blobs.PutAsync(new MemoryStream([7, 8]), "person/a1", "papers", ct: Ct)).Value;
        await world.Run("a1", new Attach([blob]), $"{round}-b");
        return blob;
    }
}
