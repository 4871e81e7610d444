using Heluo.Cli;

namespace Heluo.Tests;

public sealed class CalendarVerbTests
{
    [Theory]
    [InlineData("2020-01-22", 5, "2020-02-06")]
    [InlineData("2020-09-24", 3, "2020-09-28")]
    [InlineData("2021-01-04", 30, "2021-02-19")]
    [InlineData("2021-01-04", 61, "2021-04-02")]
    [InlineData("2021-02-10", 1, "2021-02-18")]
    [InlineData("2021-09-17", 1, "2021-09-18")]
    [InlineData("2022-09-30", 1, "2022-10-08")]
    [InlineData("2023-12-29", 1, "2024-01-02")]
    [InlineData("2026-02-13", 3, "2026-02-25")]
    [InlineData("2026-09-18", 2, "2026-09-21")]
    public async Task A_limit_in_working_days_ends_on_the_day_counted_by_hand(string start, int days, string due)
    {
        var said = await DueAsync("--start", start, "--days", $"{days}", "--json");
        said.Status.ShouldBe(ExitStatus.Done, said.Error);
        said.Json.GetProperty("due").GetString().ShouldBe(due);
        said.Json.GetProperty("provisional").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Past_the_published_notices_an_answer_is_an_estimate()
    {
        var said = await DueAsync("--start", "2026-12-31", "--days", "1", "--json");
        said.Json.GetProperty("due").GetString().ShouldBe("2027-01-01");
        said.Json.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        (await DueAsync("--start", "2026-12-31", "--days", "1")).Output.ShouldContain("an estimate");
    }

    [Theory]
    [InlineData("2020-01-23", "2020-02-04")]
    [InlineData("2020-01-28", "2020-02-06")]
    public async Task What_was_known_then_gives_the_answer_of_then(string asOf, string due)
    {
        var said = await DueAsync("--start", "2020-01-22", "--days", "5", "--as-of", asOf, "--json");
        said.Json.GetProperty("due").GetString().ShouldBe(due);
    }

    [Theory]
    [InlineData("urgent-hour", "2026-02-13T16:30", "5", "2026-02-13T21:30")]
    [InlineData("work-hour", "2026-02-13T16:30", "5", "2026-02-14T11:30")]
    [InlineData("work-day", "2026-02-13T16:30", "1", "2026-02-14T16:30")]
    [InlineData("natural-day", "2026-02-13T16:30", "5", "2026-02-18T16:30")]
    [InlineData("work-hour", "2026-02-14T17:00", "1.5", "2026-02-24T08:30")]
    public async Task Rolling_limits_run_to_the_minute(string unit, string start, string amount, string due)
    {
        var said = await DueAsync("--unit", unit, "--start", start, "--amount", amount, "--json");
        said.Json.GetProperty("due").GetString().ShouldBe(due);
    }

    [Fact]
    public async Task The_evidence_names_each_day_and_the_notice_that_moved_it()
    {
        var said = await DueAsync("--start", "2021-02-05", "--days", "3", "--explain", "--json");
        var days = said.Json.GetProperty("evidence").EnumerateArray().ToList();
        var worked = days.Single(day => day.GetProperty("date").GetString() == "2021-02-07");
        worked.GetProperty("kind").GetString().ShouldBe("make-up");
        worked.GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
        worked.GetProperty("number").GetInt32().ShouldBe(1);
        days.Count(day => day.GetProperty("use").GetString() == "counted").ShouldBe(3);
    }

    [Theory]
    [InlineData("calendar.question", "--start", "soon", "--days", "1")]
    [InlineData("calendar.one_limit", "--start", "2026-01-05")]
    [InlineData("calendar.one_limit", "--start", "2026-01-05", "--days", "1", "--unit", "work-hour")]
    [InlineData("calendar.one_limit", "--start", "2026-01-05", "--unit", "work-hour")]
    [InlineData("calendar.question", "--start", "2026-01-05", "--unit", "working-day", "--amount", "1.5")]
    [InlineData("calendar.question", "--start", "2026-01-05", "--days", "-1")]
    [InlineData("calendar.question", "--start", "2026-01-05", "--days", "99999999")]
    [InlineData("calendar.question", "--start", "0001-01-05", "--days", "1")]
    [InlineData("calendar.question", "--start", "2026-01-05", "--days", "1", "--as-of", "then")]
    [InlineData("calendar.none", "--start", "2026-01-05", "--days", "1", "--city", "/nowhere/at/all")]
    public async Task A_question_without_sense_is_refused_by_code(string code, params string[] words)
    {
        var said = await DueAsync([.. words, "--json"]);
        said.Status.ShouldBe(ExitStatus.Refused);
        said.Json.GetProperty("code").GetString().ShouldBe(code);
        said.Error.ShouldStartWith($"heluo: {code}: ");
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
    public async Task A_year_has_the_working_days_of_its_notices(int year, int days)
    {
        var said = await Said.ByAsync("calendar", "show", "--year", $"{year}", "--city", Repository.City, "--json");
        said.Json.GetProperty("workingDays").GetInt32().ShouldBe(days);
        said.Json.GetProperty("provisional").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_year_beyond_reason_is_refused() =>
        (await Said.ByAsync("calendar", "show", "--year", "9999", "--city", Repository.City)).Error
            .ShouldContain("calendar.year");

    private static Task<Said> DueAsync(params string[] words) => Said.ByAsync(
        ["calendar", "due", .. words, .. words.Contains("--city") ? [] : (string[])["--city", Repository.City]]);
}
