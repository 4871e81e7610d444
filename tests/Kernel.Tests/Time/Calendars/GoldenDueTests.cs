namespace Heluo.Kernel.Tests;

/// <summary>The golden dates of the fact book: start day not counted.</summary>
public sealed class GoldenDueTests
{
    public static TheoryData<string, int, string> Goldens => new()
    {
        { "2020-01-22", 5, "2020-02-06" },
        { "2020-09-24", 3, "2020-09-28" },
        { "2021-01-04", 30, "2021-02-19" },
        { "2021-01-04", 61, "2021-04-02" },
        { "2021-02-10", 1, "2021-02-18" },
        { "2021-04-23", 5, "2021-04-29" },
        { "2021-09-17", 1, "2021-09-18" },
        { "2021-09-30", 5, "2021-10-13" },
        { "2022-09-30", 1, "2022-10-08" },
        { "2023-12-29", 1, "2024-01-02" },
        { "2024-02-09", 5, "2024-02-22" },
        { "2025-01-27", 5, "2025-02-10" },
        { "2026-02-13", 3, "2026-02-25" },
        { "2026-09-18", 2, "2026-09-21" },
    };

    [Theory]
    [MemberData(nameof(Goldens))]
    public void A_due_date_crosses_holidays_and_make_up_days(string start, int days, string due)
    {
        var found = TestCalendars.China.AddWorkingDays(TestCalendars.Day(start), days);
        found.ShouldBe(new Reckoned<NodaTime.LocalDate>(TestCalendars.Day(due), Provisional: false));
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void The_clock_and_its_proof_come_to_the_same_date(string start, int days, string due)
    {
        var clock = new LimitClock(Limit.WorkingDays(days), TestCalendars.At(start + "T09:30"));
        var now = clock.Start;
        clock.Due(TestCalendars.China, now).Date.ShouldBe(TestCalendars.Day(due));

        var proof = clock.Explain(TestCalendars.China, now);
        proof[0].Use.ShouldBe(DayUse.Start);
        proof[^1].Day.Date.ShouldBe(TestCalendars.Day(due));
        proof[^1].Number.ShouldBe(days);
    }

    [Fact]
    public void A_day_past_the_published_horizon_is_provisional()
    {
        var found = TestCalendars.China.AddWorkingDays(TestCalendars.Day("2026-12-31"), 1);
        found.Provisional.ShouldBeTrue();
        found.Value.ShouldBe(TestCalendars.Day("2027-01-01"));
        TestCalendars.China.Horizon.ShouldBe(TestCalendars.Day("2026-12-31"));
    }

    [Theory]
    [InlineData("2020-01-23", "2020-02-04")]
    [InlineData("2020-01-26", "2020-02-04")]
    [InlineData("2020-01-27", "2020-02-06")]
    [InlineData("2020-01-28", "2020-02-06")]
    public void An_amended_notice_counts_from_the_day_it_was_published(string asOf, string due) =>
        TestCalendars.China.AsOf(TestCalendars.Day(asOf)).AddWorkingDays(TestCalendars.Day("2020-01-22"), 5)
            .Value.ShouldBe(TestCalendars.Day(due));

    [Theory]
    [InlineData("2019-03-21", "2019-05-06")]
    [InlineData("2019-03-22", "2019-05-07")]
    public void Labour_Day_of_2019_was_lengthened_in_March(string asOf, string due) =>
        TestCalendars.China.AsOf(TestCalendars.Day(asOf)).AddWorkingDays(TestCalendars.Day("2019-04-30"), 3)
            .Value.ShouldBe(TestCalendars.Day(due));

    [Theory]
    [InlineData("2020-11-24", true)]
    [InlineData("2020-11-25", false)]
    public void A_year_is_an_estimate_until_its_notice_comes(string asOf, bool provisional)
    {
        var known = TestCalendars.China.AsOf(TestCalendars.Day(asOf));
        var found = known.AddWorkingDays(TestCalendars.Day("2020-12-31"), 1);
        found.Provisional.ShouldBe(provisional);
        found.Value.ShouldBe(TestCalendars.Day(provisional ? "2021-01-01" : "2021-01-04"));
    }

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_number_of_working_days(int year, int days) =>
        TestCalendars.China.WorkingDaysIn(year).ShouldBe(new Reckoned<int>(days, Provisional: false));
}
