namespace Heluo.Packs.Tests.Reading;

/// <summary>A base pack names what only a city defines, and says so: sound alone, and a city that lacks it is
/// refused.</summary>
public sealed class PackExpectationTests
{
    private const string Base = "pack: base\nversion: 1\nlanguages: [en]\nname: {en: Base}\n";

    private const string Expects = "expects:\n  - {kind: thing, ids: [lamp, well]}\n";

    private const string City = """

        city:
          {division: "10", zone: Europe/London, weekend: [sunday], office-hours: ["09:00-17:00"], calendar: town}
        """;

    private const string Town = "calendar: town\nzone: Europe/London";

    private static readonly PackKind<Thing> Things = new("thing", "things", fields => new Thing(fields.Id));

    private static readonly PackKind<Use> Uses =
        new("use", "uses", fields => new Use(fields.Id, fields.Required("of", Shapes.Ref("thing"))));

    private static readonly PackReader Reader = new(Things, Uses);

    [Fact]
    public void A_base_pack_is_sound_alone_when_it_says_what_it_expects() =>
        Check(("pack.yaml", Base + Expects), ("uses/a.yaml", "use: reading\nof: lamp\n")).ShouldBeEmpty();

    [Fact]
    public void What_it_names_and_does_not_expect_is_still_refused() =>
        Check(("pack.yaml", Base + Expects), ("uses/a.yaml", "use: flying\nof: wing\n"))
            .ShouldBe(["uses/a.yaml:2: pack.unknown_reference"]);

    [Fact]
    public void A_city_that_lacks_an_expected_piece_is_refused_at_its_own_header()
    {
        var reading = Reader.CheckTexts(new Dictionary<string, string>
        {
            ["pack.yaml"] = Sample.Header + "\nrequires: [base]" + City,
            ["calendar/town.yaml"] = Town,
            ["things/lamp.yaml"] = "thing: lamp\n",
            ["../base/pack.yaml"] = Base + Expects,
            ["../base/uses/a.yaml"] = "use: reading\nof: lamp\n",
        });

        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.File, fault.Code).ShouldBe(("pack.yaml", "pack.expected_missing"));
        fault.Line.ShouldBeGreaterThan(0);
        fault.Message.ShouldBe("The city has no thing \"well\", which base expects at ../base/pack.yaml:6.");
    }

    [Fact]
    public void A_city_that_has_every_piece_is_sound() => Check(
        ("pack.yaml", Sample.Header + "\nrequires: [base]" + City),
        ("calendar/town.yaml", Town),
        ("things/all.yaml", "things:\n  - {thing: lamp}\n  - {thing: well}\n"),
        ("../base/pack.yaml", Base + Expects)).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_expected_of_a_kind_that_does_not_exist() =>
        Check(("pack.yaml", Base + "expects: [{kind: things, ids: [lamp]}]\n"))
            .ShouldBe(["pack.yaml:5: pack.expects_kind"]);

    [Theory]
    [InlineData("expects: [{kind: thing, ids: []}]\n")]
    [InlineData("expects: [{kind: thing}]\n")]
    [InlineData("expects: [{kind: thing, ids: [lamp, lamp]}]\n")]
    [InlineData("expects: [{kind: thing, ids: [lamp], why: x}]\n")]
    [InlineData("expects: {thing: [lamp]}\n")]
    public void An_expectation_is_of_one_form(string line) => Check(("pack.yaml", Base + line)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("china")]
    [InlineData("zhengzhou")]
    public void What_a_tool_for_one_kind_reads_expects_nothing_of_the_others(string pack) =>
        new PackReader().Leniently().Load(Repository.Pack(pack)).Faults.ShouldBeEmpty();

    private static IEnumerable<string> Check(params (string Path, string Text)[] files) =>
        Reader.CheckTexts(files.ToDictionary(file => file.Path, file => file.Text)).Faults
            .Select(fault => $"{fault.File}:{fault.Line}: {fault.Code}");

    private sealed record Thing(string Id);

    private sealed record Use(string Id, string Of);
}
