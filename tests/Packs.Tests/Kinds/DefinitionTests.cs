namespace Heluo.Packs.Tests;

public sealed class DefinitionTests
{
    private const string BaseHeader = """
        pack: base
        version: 1
        name: {en: Base}
        languages: [en]
        """;

    private const string Requiring = Sample.Header + "\nrequires: [base]";

    [Fact]
    public void A_definition_of_a_base_pack_is_there_for_all()
    {
        var set = Read(("../base/streets/s.yaml", "street: high\nname: {en: High}")).Set!;

        set.Get(Sample.Streets).Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.Pack.ShouldBe("base"),
            entry => entry.At.ShouldBe(new PackAt("../base/streets/s.yaml", 1)));
        set.Packs.Select(pack => pack.Id).ShouldBe(["base", "town"]);
    }

    [Fact]
    public void A_definition_of_a_base_pack_is_not_replaced_by_accident()
    {
        var codes = Read(
            ("../base/streets/s.yaml", "street: high\nname: {en: High}"),
            ("streets/s.yaml", "street: high\nname: {en: Other}")).Codes();

        codes.ShouldBe(["streets/s.yaml:1: pack.already_defined"]);
    }

    [Fact]
    public void A_definition_replaces_one_of_a_base_pack_when_it_says_so()
    {
        var reading = Read(
            ("../base/shops/s.yaml", "shop: baker\nname: {en: Old}\nstreet: gone"),
            ("shops/s.yaml", "shop: baker\nreplaces: true\nname: {en: New}"));

        reading.Codes().ShouldBeEmpty("what the replaced one refers to is of no matter any more");
        reading.Set!.Get(Sample.Shops).Find("baker")!.Name.In("en").ShouldBe("New");
    }

    [Fact]
    public void Replacing_nothing_is_a_fault() =>
        Read(("streets/s.yaml", "street: high\nreplaces: true\nname: {en: High}")).Codes()
            .ShouldBe(["streets/s.yaml:1: pack.replaces_nothing"]);

    [Fact]
    public void A_faulty_definition_is_known_by_its_id_but_not_given()
    {
        var reading = Sample.Check(
            ("streets/s.yaml", "street: high\nnme: {en: High}"),
            ("shops/s.yaml", "shop: baker\nname: {en: Baker}\nstreet: high"));

        reading.Codes().ShouldBe(["streets/s.yaml:1: pack.missing_key", "streets/s.yaml:2: pack.unknown_key"]);
        reading.Set!.Get(Sample.Streets).All.ShouldBeEmpty();
        reading.Set.Get(Sample.Shops).All.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_reference_to_nothing_names_the_nearest() =>
        Sample.Check(
            ("streets/s.yaml", "street: high-street\nname: {en: High}"),
            ("shops/s.yaml", "shop: baker\nname: {en: Baker}\nstreet: hihg-street"))
            .Faults.ShouldHaveSingleItem().Message.ShouldBe(
                "There is no street \"hihg-street\". Did you mean \"high-street\"?");

    [Fact]
    public void A_reference_to_a_kind_nobody_reads_is_left_alone_and_listed()
    {
        var reader = new PackReader(Sample.Shops);

        Sample.Check(reader, ("shops/s.yaml", "shop: baker\nname: {en: Baker}\nstreet: high")).Codes().ShouldBeEmpty();
        PackSchemas.Unread(reader).ShouldBe(["agency", "street"]);
        PackSchemas.Unread(Sample.Reader).ShouldBe(["agency"]);
    }

    [Fact]
    public void Checks_run_over_sound_definitions_once_everything_is_read()
    {
        var seen = new List<string>();
        var kind = Sample.Shops.Checked((check, shop) =>
        {
            seen.Add(shop.Id);
            check.Knows("street", "high").ShouldBeTrue();
            check.IsWhole.ShouldBeTrue();
            if (shop.Seats > 10)
            {
                check.Fault(shop.At, "shop.crowded", $"{shop.Id} is crowded.");
            }
        });

        var reading = Sample.Check(
            new PackReader(kind, Sample.Streets),
            ("shops/a.yaml", """
                shops:
                  - {shop: a, name: {en: A}, seats: 11}
                  - {shop: b, name: B}
                  - {shop: c, name: {en: C}}
                """),
            ("streets/s.yaml", "street: high\nname: {en: High}"));

        seen.ShouldBe(["a", "c"]);
        reading.Codes().ShouldBe(["shops/a.yaml:2: shop.crowded", "shops/a.yaml:3: pack.wrong_type"]);
        reading.Set!.Get(kind).All.Length.ShouldBe(2, "what a check finds does not take the definition away");
    }

    [Fact]
    public void A_set_refuses_to_be_asked_for_a_kind_it_was_not_read_with() => Should.Throw<InvalidOperationException>(
        () => Sample.Check(new PackReader(Sample.Streets)).Set!.Get(Sample.Shops));

    [Fact]
    public void A_kind_is_registered_once() =>
        Should.Throw<ArgumentException>(() => new PackReader(Sample.Streets).With(Sample.Streets));

    private static PackReading Read(params (string, string)[] files) =>
        Sample.Check([("pack.yaml", Requiring), ("../base/pack.yaml", BaseHeader), .. files]);
}
