namespace Heluo.Packs.Tests;

public sealed class RequiringTests
{
    [Fact]
    public void Packs_that_require_one_another_in_a_circle_are_refused()
    {
        var reading = Sample.Check(
            ("pack.yaml", Header("a", "b")), (
                "../b/pack.yaml", Header("b", "c")), ("../c/pack.yaml", Header("c", "b")));

        reading.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Code.ShouldBe("pack.requires_cycle"),
            fault => fault.File.ShouldBe("../c/pack.yaml"),
            fault => fault.Message.ShouldBe("Packs require one another in a circle: b → c → b."));
    }

    [Fact]
    public void A_pack_that_requires_itself_is_refused()
    {
        Sample.Check(("pack.yaml", Header("a", "a")), ("../a/pack.yaml", Header("a", "a"))).Faults
            .ShouldAllBe(fault => fault.Code == "pack.requires_cycle");
    }

    [Fact]
    public void A_pack_required_twice_is_read_once()
    {
        var set = Sample.Check(
            ("pack.yaml", Header("a", "b, c")),
            ("../b/pack.yaml", Header("b", "d")),
            ("../c/pack.yaml", Header("c", "d")),
            ("../d/pack.yaml", Header("d", ""))).Set!;

        set.Packs.Select(pack => pack.Id).ShouldBe(["d", "b", "c", "a"]);
    }

    [Fact]
    public void A_missing_base_pack_is_named() =>
        Sample.Check(("pack.yaml", Header("a", "b"))).Faults.ShouldHaveSingleItem()
            .Code.ShouldBe("pack.requires_missing");

    [Theory]
    [InlineData("../secrets")]
    [InlineData("/etc")]
    [InlineData("\"a/b\"")]
    public void A_required_pack_is_an_id_and_never_a_path(string name) =>
        Sample.Check(("pack.yaml", Header("a", name))).Codes().ShouldContain("pack.yaml:5: pack.bad_id");

    [Fact]
    public void A_chain_of_packs_is_bounded()
    {
        var files = Enumerable.Range(1, 40).Select(i => ($"../p{i}/pack.yaml", Header($"p{i}", $"p{i + 1}")));

        Sample.Check([("pack.yaml", Header("p0", "p1")), .. files]).Codes()
            .ShouldHaveSingleItem().ShouldEndWith("pack.requires_too_many");
    }

    [Fact]
    public void A_base_pack_stands_in_a_folder_of_its_name() =>
        Sample.Check(("pack.yaml", Header("a", "b")), ("../b/pack.yaml", Header("c", ""))).Codes()
            .ShouldBe(["../b/pack.yaml:1: pack.name_differs"]);

    [Fact]
    public void A_pack_may_not_promise_a_language_its_base_lacks()
    {
        var reading = Sample.Check(
            ("pack.yaml", "pack: a\nversion: 1\nlanguages: [en, fr]\nname: {en: A, fr: A}\nrequires: [b]"),
            ("../b/pack.yaml", Header("b", "")));

        reading.Codes().ShouldBe(["pack.yaml:1: pack.language_not_in_base"]);
    }

    [Fact]
    public void Faults_of_a_base_pack_carry_its_path()
    {
        var reading = Sample.Check(
            ("pack.yaml", Header("a", "b")), ("../b/pack.yaml", Header("b", "")), (
                "../b/streets/s.yaml", "street: 7\nname: {en: S}"));

        reading.Codes().ShouldBe(["../b/streets/s.yaml:1: pack.wrong_type"]);
    }

    private static string Header(string id, string requires) =>
        $"pack: {id}\nversion: 1\nlanguages: [en]\nname: {{en: A}}\nrequires: [{requires}]";
}
