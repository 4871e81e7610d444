using System.Text.Json;
using NodaTime;

namespace Heluo.Storage.Tests.Sealing;

/// <summary>What is erased is gone everywhere, and what stood there is still proven.</summary>
public sealed class ErasingTests
{
    private static readonly Instant At = Instant.FromUtc(2021, 1, 5, 9, 0);

    [Fact]
    public async Task A_person_who_is_forgotten_is_unreadable_and_the_proofs_stand()
    {
        using var world = new World();
        var (li, wang) = (await Open(world, "li", "Li Na"), await Open(world, "wang", "Wang Wei"));
        var proven = world.Store.Vault.ProveUnlogged(li).Value;
        await world.Store.CheckpointAsync(At);
        Erase(world, "person/li").ShouldBe(1);
        Erase(world, "person/li").ShouldBe(0, "once is enough");
        for (var i = 0; i < 2; i++)
        {
            Code(world, li).ShouldBe("vault.erased");
            world.Store.Vault.OpenTextUnlogged(wang).Value.ShouldBe("Wang Wei");
            world.Reopen();
        }

        li.IsOpenedBy(JsonSerializer.Serialize(proven.Value), proven.Salt).ShouldBeTrue("whoever kept it can show it");
        var verified = (await world.Store.VerifyAsync(world.Store.Checkpoints.Read().Value)).Value;
        verified.Erased.ShouldBe([new ErasedKeys("case 7", 1, At)]);
    }

    [Fact]
    public async Task One_purpose_is_forgotten_and_the_other_stays()
    {
        using var world = new World();
        var name = await Open(world, "li", "Li Na");
        var phone = Sealed.Of("person/li", "contact", "13800000000");
        world.Store.Vault.Seal(phone, "account");
        await world.Store.Vault.FlushAsync();
        Erase(world, "person/li", "contact").ShouldBe(1);
        Code(world, phone).ShouldBe("vault.erased");
        world.Store.Vault.OpenTextUnlogged(name).Value.ShouldBe("Li Na");
        Erase(world, "person/li", "no-such-purpose").ShouldBe(0);
        Erase(world, "person/nobody").ShouldBe(0);
    }

    [Fact]
    public async Task What_comes_after_gets_a_key_of_its_own()
    {
        using var world = new World();
        var before = await Open(world, "li", "Li Na");
        Erase(world, "person/li");
        var after = Sealed.Of("person/li", "account", "Li Na");
        world.Store.Vault.Seal(after, "account");
        after.KeyId.ShouldNotBe(before.KeyId);
        world.Store.Vault.OpenTextUnlogged(after).Value.ShouldBe("Li Na");
        Code(world, before).ShouldBe("vault.erased");
    }

    [Fact]
    public async Task An_attachment_is_forgotten_with_the_person()
    {
        using var world = new World();
        var blob = (await world.Store.Blobs.PutAsync(
            new MemoryStream([1, 2, 3]), "person/li", "papers", ct: TestContext.Current.CancellationToken)).Value;
        (await world.Run("a", new Attach([blob]), "c1")).IsRefused.ShouldBeFalse();
        Erase(world, "person/li").ShouldBe(1);
        world.Store.Blobs.OpenUnlogged(blob).Refusal!.Code.ShouldBe("vault.erased");
        (await world.Store.VerifyAsync([])).Value.Attachments.ShouldBe(1, "its hash stays");
    }

    [Fact]
    public async Task Keys_restored_from_an_old_copy_are_destroyed_again()
    {
        using var world = new World();
        var li = await Open(world, "li", "Li Na");
        world.Close();
        var keys = Path.Combine(world.Folder, "keys");
        using var copy = new Scratch();
        Copy(keys, copy.Folder);
        world.Reopen();
        Erase(world, "person/li");
        world.Close();
        Directory.Delete(keys, recursive: true);
        Copy(copy.Folder, keys);
        world.Reopen();
        Code(world, li).ShouldBe("vault.erased");
    }

    [Fact]
    public async Task A_list_of_erasures_that_cannot_be_read_stops_the_start()
    {
        using var world = new World();
        await Open(world, "li", "Li Na");
        Erase(world, "person/li");
        world.Close();
        await File.AppendAllTextAsync(
            Path.Combine(world.Folder, "checkpoints", "erasures.jsonl"), "nothing\n",
            TestContext.Current.CancellationToken);
        world.TryOpen().Refusal!.Code.ShouldBe("vault.erasures_form");
        await File.WriteAllTextAsync(
            Path.Combine(world.Folder, "checkpoints", "erasures.jsonl"), "", TestContext.Current.CancellationToken);
        world.Reopen();
    }

    [Fact]
    public async Task No_file_holds_a_destroyed_key_any_more()
    {
        using var world = new World();
        await Open(world, "li", "Li Na");
        var keys = Path.Combine(world.Folder, "keys");
        byte[] wrapped;
        using (var database = Storage.Sqlite.Database.Open(Path.Combine(keys, "keys.db"), readOnly: true))
        {
            using var read = database.PrepareOnce("SELECT wrapped FROM data_key WHERE subject = 'person/li'");
            read.Step().ShouldBeTrue();
            wrapped = read.Bytes(0);
        }

        Holds(keys, wrapped).ShouldBeTrue("the search itself must work");
        Erase(world, "person/li");
        Holds(keys, wrapped).ShouldBeFalse();
    }

    private static bool Holds(string folder, byte[] bytes) => Directory.GetFiles(folder).Any(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[open.Length];
        open.ReadExactly(content);
        return content.AsSpan().IndexOf(bytes) >= 0;
    });

    private static int Erase(World world, string subject, params string[] purposes) =>
        world.Store.Vault.Erase(new(subject, [.. purposes], "case 7", At)).Value;

    private static string? Code(World world, Sealed value) =>
        world.Store.Vault.OpenTextUnlogged(value).Refusal?.Code;

    private static async Task<Sealed> Open(World world, string key, string name)
    {
        (await world.Open(key, new("2021", name), "o" + key)).IsRefused.ShouldBeFalse();
        return (await world.Load(key)).State.Owner!;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            var target = Path.Combine(to, Path.GetFileName(file));
            File.Copy(file, target, overwrite: true);
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
