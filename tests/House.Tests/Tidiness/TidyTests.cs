namespace Heluo.House.Tests;

public sealed class TidyTests
{
    private static readonly string[] Code = [".cs", ".razor"];

    private static IEnumerable<HouseFile> AllCode => House.Under("src/", Code).Concat(House.Under("tests/", Code));

    [Fact]
    public void A_file_over_501_lines_is_caught_even_with_an_excuse() =>
        Tidy.Size("a.cs", Enumerable.Repeat("x", 501).ToArray(), excused: true)
            .ShouldHaveSingleItem().ShouldContain("500");

    [Fact]
    public void A_file_over_400_lines_is_caught_unless_excused()
    {
        var lines = Enumerable.Repeat("x", 401).ToArray();
        Tidy.Size("a.cs", lines, excused: false).ShouldHaveSingleItem().ShouldContain("400");
        Tidy.Size("a.cs", lines, excused: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_over_120_is_caught_by_its_number() =>
        Tidy.Size("a.cs", ["", new string('x', 121)], excused: false).ShouldHaveSingleItem().ShouldStartWith("a.cs:2:");

    [Fact]
    public void A_left_over_is_caught_by_its_line() =>
        Tidy.LeftOver("a.cs", ["", "// TO" + "DO: later"]).ShouldHaveSingleItem().ShouldStartWith("a.cs:2:");

    [Fact]
    public void An_excuse_without_a_reason_is_refused() =>
        Should.Throw<FormatException>(() => Excuses.Parse(["src/A.cs: long"]));

    [Fact]
    public void Every_file_keeps_the_measures_or_has_a_listed_excuse()
    {
        var excuses = Excuses.Read();
        AllCode.SelectMany(file => Tidy.Size(file.Path, file.Lines, excuses.ContainsKey(file.Path))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_excuse_still_excuses_something() =>
        Excuses.Read().Keys
            .Where(path => !File.Exists(Path.Combine(House.Root, path)) || !Tidy.NeedsExcuse(House.File(path).Lines))
            .ShouldBeEmpty();

    [Fact]
    public void The_median_source_file_is_short() =>
        Tidy.Median(House.Under("src/", Code).Select(file => file.Lines.Length))
            .ShouldBeLessThanOrEqualTo(Tidy.MedianLines);

    [Fact]
    public void Nothing_is_left_for_later() =>
        AllCode.SelectMany(file => Tidy.LeftOver(file.Path, file.Lines)).ShouldBeEmpty();

    [Fact]
    public void Every_room_has_its_page() =>
        Directory.EnumerateDirectories(Path.Combine(House.Root, "src"))
            .Where(room => !File.Exists(Path.Combine(room, "README.md")))
            .Select(Path.GetFileName)
            .ShouldBeEmpty();
}
