using System.Text.Json;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

/// <summary>The fixed form in which the calendar answers.</summary>
public sealed class DueAnswerTests
{
    private static string Line(string lines) => lines.ReplaceLineEndings("");

    private static JsonElement Ask(DueQuestion question) =>
        JsonDocument.Parse(question.Ask(China).Value.ToJson()).RootElement;

    [Fact]
    public void A_due_date_in_working_days()
    {
        var json = new DueQuestion("2021-01-04", 30).Ask(China).Value.ToJson();
        json.ShouldStartWith("""{"due":"2021-02-19","provisional":false,""");
        json.ShouldBe(
            Line(
                """
                {"due":"2021-02-19","provisional":false,"start":"2021-01-04","amount":30,"unit":"working-day",
                "at":"2021-02-20T00:00:00+08:00","calendar":"cn","zone":"Asia/Shanghai","horizon":"2026-12-31"}
                """));
    }

    [Theory]
    [InlineData("urgent-hour", "2026-02-13T21:30")]
    [InlineData("work-hour", "2026-02-14T11:30")]
    [InlineData("work-day", "2026-02-27T16:30")]
    [InlineData("natural-day", "2026-02-18T16:30")]
    public void A_due_time_in_rolling_units(string unit, string due)
    {
        var answer = Ask(new DueQuestion("2026-02-13T16:30", 5) { Unit = unit });
        answer.GetProperty("due").GetString().ShouldBe(due);
        answer.GetProperty("at").GetString().ShouldBe(due + ":00+08:00");
    }

    [Fact]
    public void Seconds_are_written_where_there_are_any() =>
        Ask(new DueQuestion("2026-02-13T16:30:15", 1) { Unit = "urgent-hour" })
            .GetProperty("due").GetString().ShouldBe("2026-02-13T17:30:15");

    [Theory]
    [InlineData("2020-01-23", "2020-02-04")]
    [InlineData("2020-01-28", "2020-02-06")]
    public void An_old_case_is_answered_by_what_was_published_then(string asOf, string due)
    {
        var answer = Ask(new DueQuestion("2020-01-22", 5) { AsOf = asOf });
        answer.GetProperty("due").GetString().ShouldBe(due);
        answer.GetProperty("asOf").GetString().ShouldBe(asOf);
        answer.GetProperty("horizon").GetString().ShouldBe("2020-12-31");
    }

    [Fact]
    public void Past_the_horizon_the_answer_is_an_estimate_and_says_so()
    {
        var answer = Ask(new DueQuestion("2026-12-31", 1));
        answer.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        answer.GetProperty("due").GetString().ShouldBe("2027-01-01");
    }

    [Fact]
    public void The_evidence_tells_each_day_and_why()
    {
        var answer = Ask(new DueQuestion("2020-01-22", 2) { Explain = true });
        var days = answer.GetProperty("evidence").EnumerateArray().ToList();
        days.Count.ShouldBe(13);
        days[0].ToString().ShouldBe(
            """{"date":"2020-01-22","weekday":3,"kind":"working","use":"start","provisional":false}""");
        days[1].ToString().ShouldBe(
            """{"date":"2020-01-23","weekday":4,"kind":"working","use":"counted","number":1,"provisional":false}""");
        days[2].ToString().ShouldBe(
            Line(
                """
                {"date":"2020-01-24","weekday":5,"kind":"holiday","use":"not-counted","source":"cn-2020-2",
                "name":{"zh":"春节","en":"Spring Festival"},"provisional":false}
                """));
        days[^1].GetProperty("number").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void The_evidence_of_rolling_time_tells_the_stretches()
    {
        var days = Ask(new DueQuestion("2026-02-13T16:30", 5) { Unit = "work-hour", Explain = true })
            .GetProperty("evidence").EnumerateArray().Select(d => d.ToString()).ToList();
        days.ShouldBe(
        [
            Line(
                """
                {"date":"2026-02-13","weekday":5,"kind":"working","use":"counted","provisional":false,
                "spans":[{"from":"2026-02-13T16:30","to":"2026-02-13T18:00"}],"total":"1:30:00"}
                """),
            Line(
                """
                {"date":"2026-02-14","weekday":6,"kind":"make-up","use":"counted","source":"cn-2026-1",
                "name":{"zh":"春节","en":"Spring Festival"},"provisional":false,
                "spans":[{"from":"2026-02-14T08:00","to":"2026-02-14T11:30"}],"total":"5:00:00"}
                """),
        ]);
    }

    [Theory]
    [InlineData("", "working-day", 5, null, "calendar.start")]
    [InlineData("2021-02-29", "working-day", 5, null, "calendar.start")]
    [InlineData("1899-12-31", "working-day", 5, null, "calendar.start")]
    [InlineData("2021-01-04T25:00", "working-day", 5, null, "calendar.start")]
    [InlineData("tomorrow; rm -rf", "working-day", 5, null, "calendar.start")]
    [InlineData("2021-01-04", "fortnight", 5, null, "limit.unit")]
    [InlineData("2021-01-04", "working-day", -5, null, "limit.amount")]
    [InlineData("2021-01-04", "working-day", 0.5, null, "limit.whole_days")]
    [InlineData("2021-01-04", "working-day", 1e9, null, "limit.amount")]
    [InlineData("2021-01-04", "working-day", 5, "yesterday", "calendar.as_of")]
    public void A_question_without_sense_is_refused_by_name(
        string start, string unit, double amount, string? asOf, string code)
    {
        var refusal = new DueQuestion(start, (decimal)amount) { Unit = unit, AsOf = asOf }.Ask(China).Refusal;
        refusal.ShouldNotBeNull().Code.ShouldBe("calendar.question");
        refusal.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void All_that_is_wrong_with_a_question_is_said_at_once() =>
        new DueQuestion("x", -1) { Unit = "y", AsOf = "z" }.Ask(China).Refusal!.Faults.Select(f => f.Field)
            .ShouldBe(["start", "asOf", "amount"]);
}
