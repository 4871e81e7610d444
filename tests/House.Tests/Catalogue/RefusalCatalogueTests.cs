namespace Heluo.House.Tests;

public sealed class RefusalCatalogueTests
{
    private const string Page = "docs/api/refusals.md";

    [Fact]
    public void A_refusal_is_found_however_its_sentence_is_put_together()
    {
        using var folder = new TemporaryFolder();
        var source = folder.Write(
            "src/Room/Refusals.cs",
            "const string Late = \"room.late\";",
            "new Refusal(RefusalKind.Conflict, \"room.taken\", $\"The place {place} is \" + \"taken.\");",
            "new(RefusalKind.Gone,",
            "    Late, \"It was there | once.\");",
            "new Fault(\"name\", \"text.missing\", \"A name is missing.\");",
            "var fact = \"room.opened\";");
        var page = RefusalCatalogue.Write([source]);
        page.ShouldContain("| `room.taken` | 409, 412 with If-Match | The place … is taken. |");
        page.ShouldContain("| `room.late` | 410 | It was there \\| once. |");
        page.ShouldContain("| `text.missing` | A name is missing. |");
        page.ShouldNotContain("room.opened");
    }

    [Fact]
    public void The_page_of_codes_is_what_the_sources_answer()
    {
        var written = RefusalCatalogue.Write([.. House.Under("src/", ".cs", ".razor")]);
        var path = Path.Combine(House.Root, Page);
        if (Environment.GetEnvironmentVariable("HELUO_ACCEPT") == "1")
        {
            File.WriteAllText(path, written);
        }

        File.ReadAllText(path).ShouldBe(written, $"{Page} is old: read the difference, then HELUO_ACCEPT=1 ./test");
    }
}
