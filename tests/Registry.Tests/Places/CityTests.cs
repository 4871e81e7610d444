using NodaTime;

namespace Heluo.Registry.Tests;

public class CityTests
{
    private static City City => Town.City;

    [Fact]
    public void A_body_is_found_by_walking_up_township_area_county_city()
    {
        City.AgencyFor("market", Town.Jingbalu)!.Id.ShouldBe("jinshui-market");
        City.AgencyFor("market", Town.Ruyihu)!.Id.ShouldBe("zhengdong-market");
        City.AgencyFor("market", Town.Zone)!.Id.ShouldBe("city-market");
        City.AgencyFor("health", Town.Jingbalu)!.Id.ShouldBe("city-health");
        City.AgencyFor("market", "zhengdong")!.Id.ShouldBe("zhengdong-market");
        City.AgencyFor("health", "zhengdong")!.Id.ShouldBe("city-health");
    }

    [Fact]
    public void A_village_or_a_grid_stands_in_its_township()
    {
        City.AgencyFor("market", "410105560003")!.Id.ShouldBe("zhengdong-market");
        City.AgencyFor("market", "410105001002003")!.Id.ShouldBe("jinshui-market");
    }

    [Fact]
    public void Nobody_answers_for_a_function_or_place_that_is_not_there()
    {
        City.AgencyFor("streets", Town.Jingbalu).ShouldBeNull();
        City.AgencyFor("market", "110101").ShouldBeNull();
        City.AgencyFor("market", "").ShouldBeNull();
        City.AgencyFor("market", "no-such-area").ShouldBeNull();
    }

    [Fact]
    public void The_chain_names_the_management_area_behind_the_division_it_covers() =>
        City.Chain(Town.Ruyihu).ShouldBe([Town.Ruyihu, "zhengdong", Town.Jinshui, Town.Root]);

    [Fact]
    public void A_division_without_a_parent_in_the_pack_gets_the_one_its_code_tells() =>
        City.Find(Town.Jingbalu)!.Parent.ShouldBe(Town.Jinshui);

    [Fact]
    public void A_duty_over_a_place_reaches_all_of_it_and_no_more()
    {
        City.Reach(null).ShouldBeNull();
        City.Reach(Town.Root).ShouldBeNull();
        City.Reach(Town.Jinshui)!.Value.ShouldBe([Town.Jinshui]);
        City.Reach("zhengdong")!.Value.ShouldBe([Town.Ruyihu, "410105561"]);
        City.Reach(Town.Zone)!.Value.ShouldBe([Town.Zone, "410122101"]);
    }

    [Fact]
    public void The_day_begins_by_the_citys_clock() =>
        City.DayAt(Instant.FromUtc(2021, 1, 3, 16, 0)).ShouldBe(new LocalDate(2021, 1, 4));

    [Fact]
    public void Two_bodies_of_one_function_in_one_area_are_a_fault_of_the_pack() =>
        Codes("agencies: [{agency: other-market, function: market, area: \"410105\", level: county, "
            + "name: {zh: 二, en: Two}}]")
            .ShouldBe(["agency.twice"]);

    [Fact]
    public void A_body_in_no_area_and_with_one_telephone_is_told_of_both()
    {
        Codes("agencies: [{agency: lost, function: market, area: nowhere, level: county, name: {zh: 失, en: Lost}, "
            + "phones: {consult: \"1-23\", complain: \"1-23\"}}]").Order().ShouldBe(
                ["agency.one_phone", "agency.unknown_area"]);
    }

    [Fact]
    public void A_credit_code_that_does_not_check_is_a_fault_with_its_own_code() =>
        Codes("agencies: [{agency: bad, function: streets, area: zhengdong, level: county, name: {zh: 错, en: Bad}, "
            + "credit-code: \"11410100TTTTTT047W\"}]").ShouldContain(code => code.StartsWith("credit_code."));

    [Fact]
    public void A_pack_cannot_invent_an_administrator_or_make_one_of_the_three_a_clerk()
    {
        const string Roles = """
            roles:
              - {role: super-administrator, name: {zh: 超, en: Super}, kind: administrator}
              - {role: audit-administrator, name: {zh: 审, en: Audit}, kind: service}
            """;
        Town.Reading(roles: Roles).Faults.Select(fault => fault.Code)
            .ShouldBe(["role.administrator", "role.administrator"]);
    }

    private static string[] Codes(string more) => [.. Town.Reading(more).Faults.Select(fault => fault.Code)];
}
