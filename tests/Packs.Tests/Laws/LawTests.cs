namespace Heluo.Packs.Tests;

public sealed class LawTests
{
    private const string Code = """
        law: town-code
        name: {en: Town code}
        effective: {from: 2020-01-01}
        articles:
          - {article: "3", text: {en: Shops close at night.}}
          - {article: "3-1", text: {en: Bakers do not.}, checked: false}
        """;

    private static readonly PackKind<string> Rules =
        new("rule", "rules", fields => fields.Required("basis", Shapes.Article));

    [Fact]
    public void An_article_is_found_by_its_number()
    {
        var law = Sample.Check(("laws/l.yaml", Code)).ShouldBeSound().Get(Law.Kind).Find("town-code").ShouldNotBeNull();

        law.Find("3-1").ShouldNotBeNull().Checked.ShouldBeFalse();
        law.Find("3")!.Checked.ShouldBeTrue();
        law.Find("4").ShouldBeNull();
    }

    [Theory]
    [InlineData("town-code/3", "")]
    [InlineData("town-code/3-1", "")]
    [InlineData("town-code/4", "pack.unknown_reference")]
    [InlineData("twon-code/3", "pack.unknown_reference")]
    [InlineData("town-code", "pack.bad_article")]
    [InlineData("town-code/", "pack.bad_article")]
    [InlineData("town-code/three", "pack.bad_article")]
    public void A_cited_article_must_exist(string cited, string code) => string.Join(',', Sample
        .Check(new PackReader(Rules), ("laws/l.yaml", Code), ("rules/r.yaml", $"rule: a\nbasis: {cited}"))
        .Faults.Select(fault => fault.Code)).ShouldBe(code);

    [Theory]
    [InlineData("\"3\"", "3", "pack.wrong_type")]
    [InlineData("\"3-1\"", "\"3\"", "pack.repeated")]
    [InlineData("\"3\"", "\"III\"", "pack.bad_text")]
    public void An_article_has_a_number_of_its_own(string good, string bad, string code) =>
        Sample.Check(("laws/l.yaml", Code.Replace(good, bad, StringComparison.Ordinal))).Faults
            .Select(fault => fault.Code).ShouldContain(code);

    [Theory]
    [InlineData("2019-12-31", "rules/r.yaml:3: pack.law_not_in_force")]
    [InlineData("2020-01-01", "")]
    public void A_version_rests_on_a_law_that_was_in_force_when_it_began(string from, string fault)
    {
        var kind = DatedKind.Of("rule", "rules", fields => fields.Required("basis", Shapes.Article));

        string.Join(',', Sample.Check(
            new PackReader(kind),
            ("laws/l.yaml", Code),
            ("rules/r.yaml", $$"""
                rule: a
                versions:
                  - {version: 1, effective: {from: {{from}}}, basis: town-code/3}
                """)).Codes())
            .ShouldBe(fault);
    }
}
