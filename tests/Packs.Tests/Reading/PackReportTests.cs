using System.Text.Json.Nodes;

namespace Heluo.Packs.Tests;

public sealed class PackReportTests
{
    private static readonly PackReader Reporting = Sample.Reader.Reporting(new PackSection("shops", set => set
        .Get(Sample.Shops).All
        .Select(shop => new JsonObject { ["id"] = shop.Id, ["name"] = shop.Name.In("en"), ["seats"] = shop.Seats })));

    [Fact]
    public void The_report_holds_faults_sections_and_the_hash()
    {
        var report = Reporting.Report(Sample.Check(
            ("shops/s.yaml", "shops:\n  - {shop: baker, name: {en: Baker}, seats: 12}\n  - {shop: X}")));

        var json = JsonNode.Parse(report.ToJson())!.AsObject();

        json.Select(key => key.Key).ShouldBe(["errors", "shops", "pack", "version", "hash"]);
        json["errors"]!.AsArray().Count.ShouldBe(2);
        json["errors"]![0]!.AsObject().Select(key => key.Key).ShouldBe(["file", "line", "code", "message"]);
        json["errors"]![0]!["line"]!.GetValue<int>().ShouldBe(3);
        json["shops"]![0]!["seats"]!.GetValue<int>().ShouldBe(12);
        report.ExitStatus.ShouldBe(1);
    }

    [Fact]
    public void A_sound_pack_ends_with_0() => Reporting.Report(Sample.Check()).ExitStatus.ShouldBe(0);

    [Fact]
    public void A_folder_that_is_no_pack_has_every_section_empty()
    {
        var report = Reporting.Report(Path.Combine(Path.GetTempPath(), "heluo-no-such-pack"));

        var json = JsonNode.Parse(report.ToJson())!.AsObject();

        json["shops"]!.AsArray().ShouldBeEmpty();
        json.ContainsKey("hash").ShouldBeFalse();
        report.ExitStatus.ShouldBe(1);
    }

    [Fact]
    public void People_read_faults_as_lines_and_sections_as_columns()
    {
        var writer = new StringWriter { NewLine = "\n" };
        Reporting.Report(Sample.Check(
            ("shops/s.yaml", """
                shops:
                  - {shop: baker, name: {en: 面包房}, seats: 12}
                  - {shop: bar, name: {en: Bar}, seat: 1}
                """))).Write(writer);

        var lines = writer.ToString().Split('\n');
        lines[0].ShouldBe(
            "shops/s.yaml:3: pack.unknown_key: The key \"seat\" is not known here. Did you mean \"seats\"?");
        lines[2..5].ShouldBe(["shops", "  id     name    seats", "  baker  面包房  12"]);
        lines[^2].ShouldStartWith("town 2026.1: 1 fault, ");
    }

    [Fact]
    public void Faults_are_sorted_and_bounded()
    {
        var shops = string.Join('\n', Enumerable.Range(0, 1200).Select(i => $"  - {{shop: s{i}}}"));

        var faults = Sample.Check(("shops/s.yaml", $"shops:\n{shops}")).Faults;

        faults.Length.ShouldBe(PackLimits.Faults + 1);
        faults[..^1].ShouldBe(faults[..^1].Order());
        faults[^1].ShouldBe(new PackFault("", 0, "pack.more_faults", "200 further faults are not listed."));
    }
}
