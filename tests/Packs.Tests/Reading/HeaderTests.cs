using NodaTime;

namespace Heluo.Packs.Tests;

public sealed class HeaderTests
{
    private const string City = """

        city:
          division: "100000"
          zone: Europe/London
          weekend: [saturday, sunday]
          office-hours: ["09:00-12:30", "13:30-17:00"]
          calendar: town
        """;

    private const string Calendar = "calendar: town\nyear: 2026\nnotices: []";

    [Fact]
    public void A_city_says_where_its_day_begins_and_ends()
    {
        var set = Sample.Check(("pack.yaml", Sample.Header + City), ("calendar/c.yaml", Calendar)).Set!;

        var city = set.City.ShouldNotBeNull();
        city.Zone.Id.ShouldBe("Europe/London");
        city.Weekend.ShouldBe([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]);
        city.OfficeHours.Day.ShouldBe(Duration.FromHours(7));
        city.PhoneArea.ShouldBeNull();
        set.Calendar.ShouldNotBeNull().Zone.ShouldBe(city.Zone);
    }

    [Theory]
    [InlineData("Europe/London", "Europe/Nowhere", "pack.unknown_zone")]
    [InlineData("saturday", "funday", "pack.unknown_value")]
    [InlineData(
        "[saturday, sunday]", "[monday, tuesday, wednesday, thursday, friday, saturday, sunday]", "pack.out_of_range")]
    [InlineData("[saturday, sunday]", "[sunday, sunday]", "pack.repeated")]
    [InlineData("12:30", "25:00", "pack.bad_text")]
    [InlineData("12:30", "08:00", "calendar.office_hours")]
    [InlineData("13:30-17:00", "12:00-17:00", "calendar.office_hours")]
    [InlineData("\"100000\"", "100000", "pack.wrong_type")]
    [InlineData("calendar: town", "calendar: twon", "pack.unknown_reference")]
    [InlineData("calendar: town", "calender: town", "pack.missing_key")]
    public void A_city_setting_that_makes_no_sense_has_its_code(string good, string bad, string code) =>
        Sample.Check(
            ("pack.yaml", Sample.Header + City.Replace(
                good, bad, StringComparison.Ordinal)), ("calendar/c.yaml", Calendar))
            .Faults.Select(fault => fault.Code).ShouldContain(code);

    [Theory]
    [InlineData("version: 2026.1", "version: two", "pack.bad_text")]
    [InlineData("version: 2026.1", "version: [1]", "pack.wrong_type")]
    [InlineData("languages: [en]", "languages: []", "pack.out_of_range")]
    [InlineData("languages: [en]", "languages: [en, en]", "pack.repeated")]
    [InlineData("languages: [en]", "languages: [English]", "pack.bad_text")]
    [InlineData("languages: [en]", "languages: [en, zh]", "pack.language_missing")]
    [InlineData("pack: town", "pack: Town", "pack.bad_id")]
    [InlineData("pack: town", "pac: town", "pack.unknown_key")]
    public void A_header_that_makes_no_sense_has_its_code(string good, string bad, string code) =>
        Sample.Check(("pack.yaml", Sample.Header.Replace(good, bad, StringComparison.Ordinal)))
            .Faults.Select(fault => fault.Code).ShouldContain(code);

    [Fact]
    public void A_header_that_is_no_yaml_ends_the_reading_with_its_line()
    {
        var reading = Sample.Check(("pack.yaml", "pack: [town"));

        reading.Set.ShouldBeNull();
        reading.Faults.ShouldHaveSingleItem().Code.ShouldBe("pack.yaml_syntax");
        reading.ToOutcome().Refusal.ShouldNotBeNull().Code.ShouldBe("pack.faulty");
    }

    [Fact]
    public void A_version_is_kept_as_written() =>
        Sample.Check(("pack.yaml", Sample.Header.Replace("2026.1", "2026.10", StringComparison.Ordinal)))
            .Set!.Header.Version.ShouldBe("2026.10");
}
