namespace Heluo.House.Tests;

public sealed class WordTests
{
    // Written in two halves, so that this file is not its own finding.
    private static readonly string[] Addresses =
    [
        "api." + "nuget.org", "nuget.org/" + "v3", "registry." + "npmjs", "deb." + "debian.org",
        "proxy." + "golang.org", "/wo" + "rk/", "/ro" + "ot/", "C:" + "\\Users",
    ];

    [Theory]
    [InlineData("var city = \"Zheng" + "zhou\";", true)]
    [InlineData("class ErqiDistrict", true)]
    [InlineData("await Task.WhenAny(a, b);", false)]
    [InlineData("the name of the house is Heluo", false)]
    public void A_place_name_is_found_as_a_word_and_not_inside_one(string line, bool found) =>
        PlaceNames.In(line).Any().ShouldBe(found);

    [Fact]
    public void No_source_names_a_place() =>
        Lines(House.Under("src/"))
            .SelectMany(line => PlaceNames.In(line.Text).Select(name => $"{line.At}: {name}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_source_holds_chinese_text() =>
        Lines(House.Under("src/", ".cs", ".razor", ".csproj"))
            .Where(line => line.Text.Any(IsChinese))
            .Select(line => line.At)
            .ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_registry_or_a_folder_of_one_machine() =>
        Lines(House.Files)
            .SelectMany(line => Addresses.Where(line.Text.Contains).Select(word => $"{line.At}: {word}"))
            .ShouldBeEmpty();

    private static IEnumerable<(string At, string Text)> Lines(IEnumerable<HouseFile> files) =>
        from file in files
        from line in file.Lines.Index()
        select ($"{file.Path}:{line.Index + 1}", line.Item);

    // Ideographs, their extension A and compatibility forms, and the punctuation that goes with them.
    private static bool IsChinese(char letter) =>
        letter is (>= '\u3000' and <= '\u303f') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff')
            or (>= '\uff00' and <= '\uffef');
}
