namespace Heluo.Packs.Tests;

public sealed class PackReaderTests
{
    [Fact]
    public void A_sound_pack_gives_its_definitions_by_id()
    {
        var reading = Sample.Check(
            ("shops/all.yaml", """
                shops:
                  - {shop: baker, name: {en: Baker}, street: high-street, opens: ["06:30", "14:00"], seats: 12}
                  - {shop: cobbler, name: {en: Cobbler}}
                """),
            ("streets/high.yaml", """
                street: high-street
                name: {en: High Street}
                """));

        reading.Codes().ShouldBeEmpty();
        var shops = reading.Set.ShouldNotBeNull().Get(Sample.Shops);
        shops.All.Select(shop => shop.Id).ShouldBe(["baker", "cobbler"]);
        var baker = shops.Find("baker").ShouldNotBeNull();
        (baker.Street, baker.Seats, baker.At).ShouldBe(("high-street", 12, new PackAt("shops/all.yaml", 2)));
    }

    [Fact]
    public void Every_fault_of_every_file_is_found_at_once()
    {
        var reading = Sample.Check(
            ("shops/a.yaml", """
                shop: Baker
                nam: {en: Baker}
                seats: many
                """),
            ("shops/b.yaml", """
                shops:
                  - {shop: cobbler, name: {en: Cobbler, fr: Cordonnier}, street: hihg-street, seats: 501}
                  - {shop: cobbler, name: {en: Again}}
                """),
            ("streets/high.yaml", """
                street: high-street
                name: {}
                """));

        reading.Codes().ShouldBe(
        [
            "shops/a.yaml:1: pack.bad_id",
            "shops/a.yaml:1: pack.missing_key",
            "shops/a.yaml:2: pack.unknown_key",
            "shops/a.yaml:3: pack.wrong_type",
            "shops/b.yaml:2: pack.language_unknown",
            "shops/b.yaml:2: pack.out_of_range",
            "shops/b.yaml:2: pack.unknown_reference",
            "shops/b.yaml:3: pack.duplicate_id",
            "streets/high.yaml:2: pack.language_missing",
        ]);
    }
}
