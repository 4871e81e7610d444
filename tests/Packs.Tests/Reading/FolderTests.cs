namespace Heluo.Packs.Tests;

public sealed class FolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("heluo-packs-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_folder_without_a_header_is_no_pack()
    {
        var reading = Sample.Reader.Check(root);

        reading.Set.ShouldBeNull();
        reading.Codes().ShouldBe(["pack.yaml:0: pack.no_header"]);
        Sample.Reader.Check(Path.Combine(root, "absent")).Codes().ShouldBe(["pack.yaml:0: pack.no_header"]);
    }

    [Fact]
    public void A_pack_is_read_from_its_folder_with_its_base_beside_it()
    {
        Write("base/pack.yaml", "pack: base\nversion: 1\nlanguages: [en]\nname: {en: Base}");
        Write("base/streets/s.yaml", "street: high\nname: {en: High}");
        Write("town/pack.yaml", Sample.Header + "\nrequires: [base]");
        Write("town/shops/deep/within/s.yaml", "shop: baker\nname: {en: Baker}\nstreet: high");
        Write("town/README.md", "# Not read");

        var reading = Sample.Reader.Check(Path.Combine(root, "town") + Path.DirectorySeparatorChar);

        reading.Faults.ShouldBeEmpty();
        reading.Set!.Get(Sample.Shops).At("baker").File.ShouldBe("shops/deep/within/s.yaml");
    }

    [Fact]
    public void What_nothing_reads_is_named()
    {
        Write("town/pack.yaml", Sample.Header);
        Write("town/shop/s.yaml", "shop: baker");
        Write("town/stray.yaml", "a: b");
        Write("town/shops/s.yml", "shop: baker");
        Write("town/shops/s.json", "{}");
        Write("town/shops/run.sh", "echo");
        Write("town/.hidden/s.yaml", "a: b");
        Write("town/tests/t.yaml", "a: b");
        Write("town/demo/people.csv", "a,b");

        Sample.Reader.Check(Path.Combine(root, "town")).Codes().ShouldBe(
        [
            "shop/s.yaml:0: pack.unknown_folder",
            "shops/run.sh:0: pack.unknown_file",
            "shops/s.json:0: pack.unknown_file",
            "shops/s.yml:0: pack.unknown_file",
            "stray.yaml:0: pack.unknown_folder",
        ]);
        Sample.Reader.Leniently().Check(Path.Combine(root, "town")).Codes()
            .ShouldNotContain("stray.yaml:0: pack.unknown_folder");
    }

    [Fact]
    public void A_link_is_not_followed_out_of_the_pack()
    {
        Write("secret/s.yaml", "street: high\nname: {en: High}");
        Write("town/pack.yaml", Sample.Header);
        Directory.CreateSymbolicLink(Path.Combine(root, "town", "streets"), Path.Combine(root, "secret"));
        Directory.CreateDirectory(Path.Combine(root, "town", "shops"));
        File.CreateSymbolicLink(Path.Combine(root, "town", "shops", "s.yaml"), Path.Combine(root, "secret", "s.yaml"));

        var reading = Sample.Reader.Check(Path.Combine(root, "town"));

        reading.Codes().ShouldBe(["shops/s.yaml:0: pack.link", "streets:0: pack.link"]);
        reading.Set!.Get(Sample.Streets).All.ShouldBeEmpty();
    }

    [Fact]
    public void A_header_that_is_a_link_makes_no_pack()
    {
        Write("secret.yaml", Sample.Header);
        Directory.CreateDirectory(Path.Combine(root, "town"));
        File.CreateSymbolicLink(Path.Combine(root, "town", "pack.yaml"), Path.Combine(root, "secret.yaml"));

        Sample.Reader.Check(Path.Combine(root, "town")).Codes().ShouldContain("pack.yaml:0: pack.link");
    }

    [Fact]
    public void A_file_over_the_size_is_not_even_opened()
    {
        Write("town/pack.yaml", Sample.Header);
        Write("town/shops/s.yaml", new string('#', PackLimits.FileBytes + 1));

        Sample.Reader.Check(Path.Combine(root, "town")).Codes().ShouldBe(["shops/s.yaml:0: pack.yaml_oversize"]);
    }

    [Fact]
    public void Folders_stand_so_deep_and_no_deeper()
    {
        Write("town/pack.yaml", Sample.Header);
        Write("town/shops/1/2/3/4/s.yaml", "shop: baker\nname: {en: Baker}");

        Sample.Reader.Check(Path.Combine(root, "town")).Codes().ShouldBe(["shops/1/2/3/4:0: pack.too_deep"]);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
