using NodaTime;

namespace Heluo.Packs.Tests;

public sealed class PackCalendarTests
{
    private const string City = """

        city:
          {division: "10", zone: Europe/London, weekend: [sunday], office-hours: ["09:00-17:00"], calendar: town}
        """;

    private const string Settings = "calendar: town\nzone: Europe/London";

    private const string Year2026 = "calendar: town\nyear: 2026\nnotices:";

    [Fact]
    public void Notices_of_several_files_and_packs_make_one_calendar()
    {
        var set = Sample.Check(
            ("pack.yaml", Sample.Header + "\nrequires: [base]"),
            ("../base/pack.yaml", "pack: base\nversion: 1\nlanguages: [en]\nname: {en: Base}"),
            ("../base/calendar/town.yaml", Settings),
            ("../base/calendar/2026.yaml", Year(2026, "2026-01-01", "2026-01-01")),
            ("calendar/2027.yaml", Year(2027, "2027-01-01", "2027-01-01"))).ShouldBeSound();

        var calendar = set.Calendar.ShouldNotBeNull();
        calendar.IsWorkingDay(new LocalDate(2026, 1, 1)).ShouldBeFalse();
        calendar.IsWorkingDay(new LocalDate(2027, 1, 1)).ShouldBeFalse();
        calendar.Horizon.ShouldBe(new LocalDate(2027, 12, 31));
    }

    [Fact]
    public void A_new_notice_changes_an_open_limit_and_no_answer_as_of_a_day_before_it()
    {
        (string, string)[] city =
        [
            ("pack.yaml", Sample.Header + City.Replace("[sunday]", "[saturday, sunday]", StringComparison.Ordinal)),
            ("calendar/town.yaml", Settings),
            ("calendar/2026.yaml", Year(2026, "2026-01-01", "2026-01-01")),
        ];
        var start = new LocalDate(2026, 12, 31);
        var before = Sample.Check(city).ShouldBeSound().Calendar!;
        var after = Sample.Check([.. city, ("calendar/2027.yaml", Year(2027, "2027-01-01", "2027-01-01"))])
            .ShouldBeSound().Calendar!;

        before.AddWorkingDays(start, 1).ShouldBe(new(new LocalDate(2027, 1, 1), Provisional: true));
        after.AddWorkingDays(start, 1).ShouldBe(new(new LocalDate(2027, 1, 4), Provisional: false));
        after.AsOf(new LocalDate(2020, 1, 1)).AddWorkingDays(start, 1)
            .ShouldBe(new(new LocalDate(2027, 1, 1), Provisional: true));
    }

    [Fact]
    public void A_closure_reaches_the_city_that_has_it()
    {
        var set = Sample.Check(
            ("pack.yaml", Sample.Header + City),
            ("calendar/town.yaml", Settings),
            ("calendar/closures.yaml", """
                closures:
                  - id: flood-1
                    name: {en: Flood}
                    from: 2026-03-02
                    to: 2026-03-03
                    published: 2026-03-02T07:30
                """)).ShouldBeSound();

        set.Calendar!.IsWorkingDay(new LocalDate(2026, 3, 2)).ShouldBeFalse();
        set.Calendar.IsWorkingDay(new LocalDate(2026, 2, 28)).ShouldBeTrue("the city rests on Sunday only");
    }

    [Theory]
    [InlineData("replaces: other", "calendar.replaces")]
    [InlineData("holidays: [{name: {en: X}, from: 2026-05-02, to: 2026-05-01}]", "calendar.range")]
    [InlineData(
        "holidays: [{name: {en: X}, from: 2026-05-01, to: 2026-05-01, work: [2026-05-04]}]", "calendar.make_up")]
    public void What_a_calendar_may_not_say_stands_at_its_notice(string line, string code)
    {
        var notice = line.StartsWith("holidays", StringComparison.Ordinal) ? line : $"{line}\n    holidays: []";
        var reading = Sample.Check(
            ("calendar/town.yaml", Settings),
            ("calendar/2026.yaml", $"{Year2026}\n  - id: n-1\n    published: 2025-11-01\n    {notice}"));

        reading.Faults.ShouldContain(
            fault => fault.Code == code && fault.File == "calendar/2026.yaml" && fault.Line == 4);
        reading.Set!.Calendar.ShouldBeNull();
    }

    [Fact]
    public void Notices_say_their_year() =>
        Sample.Check(("calendar/t.yaml", Settings + "\nnotices:\n  - {id: n-1, published: 2025-11-01, holidays: []}"))
            .Codes().ShouldBe(["calendar/t.yaml:3: pack.missing_key"]);

    [Fact]
    public void A_calendar_without_a_zone_is_refused() =>
        Sample.Check(("calendar/t.yaml", "calendar: town\nyear: 2026\nnotices: []")).Codes()
            .ShouldBe(["calendar/t.yaml:1: pack.calendar_zone"]);

    [Fact]
    public void A_day_that_does_not_exist_is_refused() =>
        Sample.Check(
            ("calendar/2026.yaml", $"{Year2026}\n  - {{id: n-1, published: 2025-02-30, holidays: []}}"),
            ("calendar/t.yaml", Settings))
            .Codes().ShouldBe(["calendar/2026.yaml:4: pack.bad_date"]);

    private static string Year(int year, string from, string to) => $$"""
        calendar: town
        year: {{year}}
        notices:
          - id: town-{{year}}
            published: {{year - 1}}-11-01
            holidays: [{name: {en: New Year}, from: {{from}}, to: {{to}}}]
        """;
}
