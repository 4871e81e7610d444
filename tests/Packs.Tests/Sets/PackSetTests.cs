using System.IO.Compression;
using System.Text;

namespace Heluo.Packs.Tests;

public sealed class PackSetTests
{
    private static readonly (string, string)[] Town =
    [
        ("pack.yaml", Sample.Header + "\nrequires: [base]"),
        ("../base/pack.yaml", "pack: base\nversion: 1\nlanguages: [en]\nname: {en: Base}"),
        ("../base/streets/s.yaml", "street: high\nname: {en: High}"),
        ("shops/s.yaml", "shop: baker\nname: {en: Baker}\nstreet: high"),
    ];

    [Fact]
    public void The_hash_is_of_names_and_contents_alone()
    {
        var hash = Read().Hash;

        hash.ShouldMatch("^[0-9a-f]{64}$");
        Sample.Check([.. Town.Reverse()]).Set!.Hash.ShouldBe(hash);
        Read(("shops/s.yaml", "shop: baker\nname: {en: Baker}\nstreet: high\n"))
            .Hash.ShouldNotBe(hash, "one more line break");
        Read(("shops/t.yaml", "shops: []")).Hash.ShouldNotBe(hash);
        Read(("../base/streets/s.yaml", "street: high\nname: {en: Low}")).Hash.ShouldNotBe(hash);
    }

    [Fact]
    public void Demo_data_and_tests_take_no_part_in_the_hash() =>
        Read(("demo/people.yaml", "a: b"), ("tests/t.yaml", "c: d")).Hash.ShouldBe(Read().Hash);

    [Fact]
    public void The_hash_cannot_be_shifted_between_name_and_content()
    {
        var one = Read(("shops/a.yaml", "shops: []"), ("shops/b.yaml", "shops: [] #"));
        var other = Read(("shops/a.yaml", "shops: [] #"), ("shops/b.yaml", "shops: []"));

        one.Hash.ShouldNotBe(other.Hash);
    }

    [Fact]
    public void A_bundle_gives_the_same_set_again()
    {
        var set = Read(("demo/people.yaml", "a: b"));
        var again = Sample.Reader.Open(set.Bundle()).ShouldBeSound();

        again.Hash.ShouldBe(set.Hash);
        again.Get(Sample.Shops).Find("baker")!.Street.ShouldBe("high");
        again.Packs.Select(pack => pack.Id).ShouldBe(["base", "town"]);
        again.Bundle().ShouldBe(set.Bundle(), "a bundle of a bundle is the same bytes");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(500)]
    public void A_bundle_cut_short_is_refused(int length)
    {
        var bundle = Read().Bundle();

        var reading = Sample.Reader.Open(bundle[..Math.Min(length, bundle.Length - 1)]);

        reading.Set.ShouldBeNull();
        reading.Faults.ShouldHaveSingleItem().Code.ShouldBe("pack.bundle_broken");
    }

    [Fact]
    public void A_bundle_with_any_byte_changed_is_never_taken_for_the_set()
    {
        var set = Read();
        var bundle = set.Bundle();
        for (var i = 0; i < bundle.Length; i += 7)
        {
            var changed = (byte[])bundle.Clone();
            changed[i] ^= 0x55;
            var reading = Sample.Reader.Open(changed);
            if (reading.Set is { } read)
            {
                read.Hash.ShouldBe(set.Hash, $"byte {i} took no part in what the files hold");
            }
        }
    }

    [Fact]
    public void A_bundle_whose_files_were_changed_is_named() =>
        Open(("town/shops/s.yaml", "shop: baker\nname: {en: Other}")).ShouldBe(["pack.bundle_altered"]);

    [Fact]
    public void A_bundle_of_another_form_is_named() =>
        Open(("heluo-bundle.json", "{\"Format\":2,\"Root\":\"town\",\"Hash\":\"x\"}")).ShouldBe(["pack.bundle_format"]);

    [Theory]
    [InlineData("no-folder.yaml")]
    [InlineData("/etc/passwd")]
    public void A_path_of_a_bundle_stands_within_its_pack(string path) =>
        Open((path, "a: b")).ShouldBe(["pack.bundle_broken"]);

    [Fact]
    public void A_bundle_that_swells_is_refused() =>
        Open(("town/shops/z.yaml", new string(' ', PackLimits.FileBytes + 1))).ShouldBe(["pack.bundle_broken"]);

    [Fact]
    public void A_bundle_without_its_root_is_refused() =>
        Open(("heluo-bundle.json", "{\"Format\":1,\"Root\":\"village\",\"Hash\":\"x\"}"))
            .ShouldBe(["pack.bundle_broken"]);

    /// <summary>The sample's bundle with one entry put in or replaced.</summary>
    private static string[] Open((string Path, string Text) entry)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Read().Bundle());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(entry.Path)?.Delete();
            using var stream = zip.CreateEntry(entry.Path).Open();
            stream.Write(Encoding.UTF8.GetBytes(entry.Text));
        }

        return [.. Sample.Reader.Open(bytes.ToArray()).Faults.Select(fault => fault.Code)];
    }

    private static PackSet Read(params (string Path, string Text)[] files) =>
        Sample.Check([.. Town.Where(file => !files.Any(other => other.Path == file.Item1)), .. files]).ShouldBeSound();
}
