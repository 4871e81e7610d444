using System.Runtime.Versioning;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Heluo.Storage.Tests.Sealing;

public class VaultTests : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly FakeTimeProvider time = new();

    private protected virtual CryptoSuite Suite => CryptoSuite.International;

    [Fact]
    public void Any_value_sealed_is_opened_again()
    {
        using var vault = Open();
        Gen.String[0, 200].Sample(
            text =>
            {
                var value = Sealed.Of("person/1", "account", text);
                vault.Seal(value, "account");
                return vault.OpenTextUnlogged(value).Value == text.Replace("\ud800", "\ufffd");
            },
            iter: 300,
            writeLine: null);
    }

    [Fact]
    public void An_object_is_sealed_as_one_value()
    {
        using var vault = Open();
        using var fields = JsonDocument.Parse("""{"name":"李娜","card":"410105199001010010"}""");
        var value = Seal(vault, Sealed.Of("person/1", "account", fields.RootElement));
        vault.OpenUnlogged(value).Value.GetProperty("card").GetString().ShouldBe("410105199001010010");
        vault.OpenTextUnlogged(value).Refusal!.Code.ShouldBe("vault.damaged");
        vault.OpenValueUnlogged<Person>(value).Value.Name.ShouldBe("李娜");
    }

    [Fact]
    public void The_same_value_sealed_twice_cannot_be_recognised()
    {
        using var vault = Open();
        var first = Seal(vault, Sealed.Of("person/1", "account", "Li Na"));
        var second = Seal(vault, Sealed.Of("person/1", "account", "Li Na"));
        first.ShouldNotBe(second);
        first.Commitment.ShouldNotBe(second.Commitment);
        first.KeyId.ShouldBe(second.KeyId, "subject and purpose share a key");
        Seal(vault, Sealed.Of("person/1", "other", "Li Na")).KeyId.ShouldNotBe(first.KeyId);
        Seal(vault, Sealed.Of("person/2", "account", "Li Na")).KeyId.ShouldNotBe(first.KeyId);
    }

    [Fact]
    public void A_plain_value_cannot_be_opened() => Use(vault =>
        vault.OpenUnlogged(Sealed.Of("person/1", "account", "Li Na")).Refusal!.Code.ShouldBe("vault.plain"));

    [Fact]
    public void A_value_changed_in_any_part_does_not_open() => Use(vault =>
    {
        var envelope = Seal(vault, Sealed.Of("person/1", "account", "Li Na")).Envelope!;
        var other = Seal(vault, Sealed.Of("person/1", "account", "Li Na")).Envelope!;
        var stranger = Seal(vault, Sealed.Of("person/2", "account", "Li Na")).Envelope!;
        Code(vault, envelope with { Proof = other.Proof }).ShouldBe("vault.damaged");
        Code(vault, envelope with { Cipher = other.Cipher }).ShouldBe("vault.damaged");
        Code(vault, envelope with { Family = "case" }).ShouldBe("vault.damaged");
        Code(vault, envelope with { Key = stranger.Key }).ShouldBe("vault.damaged");
        Code(vault, envelope with { Cipher = "not base64!" }).ShouldBe("vault.damaged");
        Code(vault, envelope with { Cipher = "AAAA" }).ShouldBe("vault.damaged");
        Code(vault, envelope with { Proof = "AAAA" }).ShouldBe("vault.damaged");
        Code(vault, envelope with { Key = "nobody" }).ShouldBe("vault.key_missing");
        vault.OpenTextUnlogged(Sealed.From(envelope)).Value.ShouldBe("Li Na");
    });

    [Fact]
    public async Task A_key_is_on_disk_once_it_was_flushed()
    {
        Sealed flushed, lost;
        using (var vault = Open())
        {
            flushed = Seal(vault, Sealed.Of("person/1", "account", "Li Na"));
            vault.IsWaiting.ShouldBeTrue();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => vault.FlushAsync()));
            vault.IsWaiting.ShouldBeFalse();
            lost = Seal(vault, Sealed.Of("person/2", "account", "Wu Di"));
        }

        using var again = Open();
        again.OpenTextUnlogged(flushed).Value.ShouldBe("Li Na");
        again.OpenTextUnlogged(lost).Refusal!.Code.ShouldBe("vault.key_missing");
        Seal(again, Sealed.Of("person/1", "account", "x")).KeyId.ShouldBe(flushed.KeyId);
        again.IsWaiting.ShouldBeFalse();
    }

    [Fact]
    public void Without_its_master_key_a_key_file_is_refused()
    {
        Open().Dispose();
        File.Delete(scratch["master.key"]);
        Vault.Open(scratch.Folder, time, Suite).Refusal!.Code.ShouldBe("vault.master_missing");
        File.Exists(scratch["master.key"]).ShouldBeFalse("a new key would hide the loss");
    }

    [Fact]
    public void A_damaged_key_file_is_refused_and_not_begun_anew()
    {
        Open().Dispose();
        File.WriteAllText(scratch["keys.db"], new string('x', 5000));
        Vault.Open(scratch.Folder, time, Suite).Refusal!.Code.ShouldBe("store.corrupt");
        File.ReadAllText(scratch["keys.db"]).ShouldStartWith("xxxx");
    }

    [Fact]
    public void Another_master_key_is_refused()
    {
        Open().Dispose();
        File.Delete(scratch["master.key"]);
        MasterKey.Make(scratch["master.key"], Suite.Cipher, bytes => bytes.Fill(7));
        Vault.Open(scratch.Folder, time, Suite).Refusal!.Code.ShouldBe("vault.master_wrong");
    }

    [Theory]
    [InlineData("")]
    [InlineData("heluo-master-1 A256GCM")]
    [InlineData("heluo-master-1 A256GCM AAAA")]
    [InlineData("heluo-master-2 A256GCM AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("heluo-master-1 SM4GCM AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("heluo-master-1 A256GCM AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= more")]
    public void A_master_key_without_form_is_refused(string text)
    {
        Open().Dispose();
        File.WriteAllText(scratch["master.key"], text);
        Vault.Open(scratch.Folder, time, Suite).Refusal!.Code.ShouldBe("vault.master_form");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_master_key_that_others_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are Unix's.");
        Open().Dispose();
        File.SetUnixFileMode(scratch["master.key"], UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Vault.Open(scratch.Folder, time, Suite).Refusal!.Code.ShouldBe("vault.master_exposed");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Master_key_and_key_file_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are Unix's.");
        Open().Dispose();
        foreach (var file in Directory.GetFiles(scratch.Folder))
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }

        File.GetUnixFileMode(scratch.Folder)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Neither_keys_nor_values_stand_in_the_key_file()
    {
        byte[] key;
        using (var vault = Open())
        {
            Seal(vault, Sealed.Of("person/1", "account", "Li Na"));
            await vault.FlushAsync();
            key = Convert.FromBase64String(File.ReadAllText(scratch["master.key"]).Trim().Split(' ')[2]);
        }

        var file = File.ReadAllBytes(scratch["keys.db"]);
        file.AsSpan().IndexOf(key).ShouldBe(-1);
        file.AsSpan().IndexOf("Li Na"u8).ShouldBe(-1);
    }

    [Fact]
    public async Task A_value_moved_to_another_family_opens_there_without_being_sealed_anew()
    {
        using var vault = Open();
        var value = Seal(vault, Sealed.Of("person/1", "account", "Li Na"));
        await vault.FlushAsync();
        using (SealScope.Of("case"))
        {
            var text = JsonSerializer.Serialize(value, JournalJson.Options);
            text.ShouldContain("\"f\":\"account\"");
            vault.OpenTextUnlogged(JsonSerializer.Deserialize<Sealed>(text, JournalJson.Options)!).Value
                .ShouldBe("Li Na");
        }
    }

    [Fact]
    public void A_tag_depends_on_the_key_of_the_house()
    {
        uint tag;
        using (var vault = Open())
        {
            tag = vault.Tag("request"u8);
        }

        using (var vault = Open())
        {
            vault.Tag("request"u8).ShouldBe(tag, "it must outlive a restart");
            vault.Tag("request2"u8).ShouldNotBe(tag);
        }

        using var elsewhere = new Scratch();
        using var other = Vault.Open(elsewhere.Folder, time, Suite).Value;
        other.Tag("request"u8).ShouldNotBe(tag);
    }

    public void Dispose() => scratch.Dispose();

    private static Sealed Seal(Vault vault, Sealed value)
    {
        vault.Seal(value, "account");
        return value;
    }

    private static string? Code(Vault vault, Envelope envelope) =>
        vault.OpenUnlogged(Sealed.From(envelope)).Refusal?.Code;

    private Vault Open() => Vault.Open(scratch.Folder, time, Suite).Value;

    private void Use(Action<Vault> test)
    {
        using var vault = Open();
        test(vault);
    }

    private sealed record Person(string Name, string Card);
}
