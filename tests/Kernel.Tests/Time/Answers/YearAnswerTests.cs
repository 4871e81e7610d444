using System.Text.Json;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

public sealed class YearAnswerTests
{
    private static JsonElement Ask(YearQuestion question) =>
        JsonDocument.Parse(question.Ask(China).Value.ToJson()).RootElement;

    [Fact]
    public void A_year_tells_its_working_days_first()
    {
        new YearQuestion(2020).Ask(China).Value.ToJson()
            .ShouldStartWith("""{"workingDays":249,"year":2020,"provisional":false,"calendar":"cn",""");
        var year = Ask(new YearQuestion(2020));
        year.GetProperty("daysOff").GetArrayLength().ShouldBe(1 + 10 + 3 + 5 + 3 + 8);
        year.GetProperty("makeUpDays").EnumerateArray().Select(d => d.GetProperty("date").GetString()).ShouldBe(
            ["2020-01-19", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10"]);
        year.GetProperty("notices").EnumerateArray().Select(n => n.ToString()).ShouldBe(
        [
            """{"id":"cn-2020-1","published":"2019-11-21T00:00:00","approximate":false}""",
            """{"id":"cn-2020-2","published":"2020-01-27T00:00:00","approximate":false,"replaces":"cn-2020-1"}""",
        ]);
    }

    [Fact]
    public void As_known_before_it_was_amended()
    {
        var year = Ask(new YearQuestion(2020) { AsOf = "2020-01-23" });
        year.GetProperty("workingDays").GetInt32().ShouldBe(251); // 31 January and Saturday 1 February were worked
        year.GetProperty("notices").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void A_year_without_notice_is_an_estimate_by_the_week()
    {
        var year = Ask(new YearQuestion(2027));
        year.GetProperty("workingDays").GetInt32().ShouldBe(261);
        year.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        year.GetProperty("daysOff").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void A_holiday_that_reaches_into_the_year_before_is_shown_there()
    {
        Ask(new YearQuestion(2022)).GetProperty("daysOff").EnumerateArray().Last().GetProperty("date").GetString()
            .ShouldBe("2022-12-31");
        var december = Ask(new YearQuestion(2018));
        december.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        december.GetProperty("makeUpDays").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData(1899, null, "calendar.year")]
    [InlineData(int.MaxValue, null, "calendar.year")]
    [InlineData(2020, "2020-13-01", "calendar.as_of")]
    public void A_question_without_sense_is_refused_by_name(int year, string? asOf, string code) =>
        new YearQuestion(year) { AsOf = asOf }.Ask(China).Refusal!.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
}
