using NodaTime;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

/// <summary>The counting rules of administrative law, one by one, on the real calendar.</summary>
public sealed class WholeDaysTests
{
    private static readonly Instant Monday = At("2021-01-04T09:30");

    private static LimitClock Days(int days, string start = "2021-01-04T09:30") =>
        new(Limit.WorkingDays(days), At(start));

    [Fact]
    public void The_limit_ends_at_midnight_after_its_last_day()
    {
        var due = Days(1).Due(China, Monday);
        due.Date.ShouldBe(Day("2021-01-05"));
        due.At.ShouldBe(At("2021-01-06T00:00"));
        due.Late.ShouldBeFalse();
    }

    [Fact]
    public void At_a_window_the_limit_ends_when_it_closes() =>
        (Days(1) with { Rules = new() { DueMoment = DueMoment.ClosingTime } })
            .Due(China, Monday).At.ShouldBe(At("2021-01-05T18:00"));

    [Fact]
    public void The_start_day_counts_where_a_law_says_so() =>
        (Days(1) with { Rules = new() { CountStartDay = true } }).Due(China, Monday).Date.ShouldBe(Day("2021-01-04"));

    [Theory]
    [InlineData(RestDayStart.CountsFromNextWorkingDay, false, "2021-01-11")]
    [InlineData(RestDayStart.MovesToNextWorkingDay, false, "2021-01-12")]
    [InlineData(RestDayStart.MovesToNextWorkingDay, true, "2021-01-11")]
    [InlineData(RestDayStart.CountsFromNextWorkingDay, true, "2021-01-11")]
    public void Filing_on_a_Saturday_starts_with_Monday(RestDayStart rule, bool countStart, string due)
    {
        var rules = new CountingRules { RestDayStart = rule, CountStartDay = countStart };
        (Days(1, "2021-01-09T20:00") with { Rules = rules }).Due(China, Monday).Date.ShouldBe(Day(due));
    }

    [Fact]
    public void A_limit_of_nothing_is_due_the_same_day_or_the_next_working_day()
    {
        Days(0).Due(China, Monday).Date.ShouldBe(Day("2021-01-04"));
        Days(0, "2021-01-09T20:00").Due(China, Monday).Date.ShouldBe(Day("2021-01-11"));
        Days(0).Due(China, Monday).Used.ShouldBe(1);
    }

    [Fact]
    public void An_extension_adds_to_the_limit() =>
        (Days(20) with { Extensions = [Limit.WorkingDays(10)] }).Due(China, Monday).Date.ShouldBe(Day("2021-02-19"));

    [Theory]
    [InlineData("2021-01-06T09:00", "2021-01-08T15:00", "2021-01-13")] // Wednesday and Thursday
    [InlineData("2021-01-06T14:00", "2021-01-08T15:00", "2021-01-12")] // Thursday alone
    [InlineData("2021-01-06T09:00", "2021-01-06T09:05", "2021-01-12")] // stopped before noon
    [InlineData("2021-01-06T14:00", "2021-01-06T17:00", "2021-01-11")]
    [InlineData("2021-01-08T14:00", "2021-01-11T10:00", "2021-01-11")] // over a weekend: no working day inside
    [InlineData("2021-01-12T09:00", "2021-01-20T10:00", "2021-01-11")] // after the end
    public void A_pause_excludes_the_days_inside_it(string from, string to, string due) =>
        (Days(5) with { Pauses = [new Pause("hearing", At(from), At(to))] })
            .Due(China, Monday).Date.ShouldBe(Day(due));

    [Fact]
    public void Days_that_two_pauses_share_are_excluded_once()
    {
        var clock = Days(5) with
        {
            Pauses =
            [
                new Pause("appraisal", At("2021-01-06T15:00"), At("2021-01-09T10:00")),
                new Pause("hearing", At("2021-01-05T15:00"), At("2021-01-08T10:00")),
            ],
        };
        clock.Due(China, Monday).Date.ShouldBe(Day("2021-01-14")); // 6, 7 and 8 January do not count
    }

    [Fact]
    public void A_clock_that_stands_says_so_and_moves_its_due_date_with_time()
    {
        var clock = Days(5) with { Pauses = [new Pause("hearing", At("2021-01-06T09:00"))] };
        var due = clock.Due(China, At("2021-01-08T15:00"));
        due.Paused.ShouldBeTrue();
        due.Date.ShouldBe(Day("2021-01-13"));
        due.Elapsed.ShouldBe(2); // 5 January, and today: the day on which it would run again
        due.RunsOutAt.ShouldBeNull();
        clock.Due(China, At("2021-01-15T15:00")).Date.ShouldBe(Day("2021-01-20"));
        clock.Due(China, Monday).Paused.ShouldBeFalse();
    }

    [Fact]
    public void A_capped_pause_lets_the_clock_run_again_by_itself()
    {
        var pause = new Pause("appraisal", At("2021-01-06T09:00")) { Cap = Limit.WorkingDays(2), Law = "art. 45" };
        var clock = Days(5) with { Pauses = [pause] };
        clock.Due(China, At("2021-01-06T10:00")).RunsOutAt.ShouldBe(At("2021-01-14T00:00"));
        var due = clock.Due(China, At("2021-01-20T10:00"));
        due.Paused.ShouldBeFalse();
        due.Date.ShouldBe(Day("2021-01-13"));
        due.Late.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2021-01-04T10:00", 0, 5, false)]
    [InlineData("2021-01-05T00:00", 1, 4, false)]
    [InlineData("2021-01-09T10:00", 4, 1, false)]
    [InlineData("2021-01-11T23:59", 5, 0, false)]
    [InlineData("2021-01-12T00:00", 6, -1, true)]
    [InlineData("2021-01-16T10:00", 9, -4, true)]
    public void Used_and_left_add_up_to_the_limit(string now, int elapsed, int remaining, bool late)
    {
        var due = Days(5).Due(China, At(now));
        (due.Elapsed, due.Remaining, due.Late).ShouldBe((elapsed, remaining, late));
        due.Used.ShouldBe(elapsed / 5m);
    }

    [Fact]
    public void Late_on_a_weekend_is_late_by_no_working_day_yet()
    {
        var due = Days(4).Due(China, At("2021-01-09T10:00"));
        (due.Remaining, due.Late).ShouldBe((0m, true));
    }

    [Fact]
    public void A_clock_that_ended_in_time_stays_in_time()
    {
        var clock = Days(5) with { End = At("2021-01-11T17:00") };
        clock.Due(China, At("2022-01-01T00:00")).Late.ShouldBeFalse();
        (clock with { End = At("2021-01-12T08:00") }).Due(China, Monday).Late.ShouldBeTrue();
    }

    [Fact]
    public void Calendar_days_end_on_a_working_day_unless_a_law_says_otherwise()
    {
        var clock = new LimitClock(new Limit(60, TimeUnit.CalendarDay), At("2020-12-15T10:00"));
        clock.Due(China, Monday).Date.ShouldBe(Day("2021-02-18")); // 13 February lies in Spring Festival
        var strict = clock with { Rules = new() { RollToWorkingDay = false } };
        strict.Due(China, Monday).Date.ShouldBe(Day("2021-02-13"));
        clock.Explain(China, Monday).Count(day => day.Use == DayUse.Counted).ShouldBe(60);
        clock.Explain(China, Monday)[^1].Use.ShouldBe(DayUse.Moved);
    }

    [Fact]
    public void Calendar_days_that_end_after_the_horizon_are_provisional_only_when_they_may_move()
    {
        var clock = new LimitClock(new Limit(60, TimeUnit.CalendarDay), At("2026-12-15T10:00"));
        clock.Due(China, clock.Start).Provisional.ShouldBeTrue();
        (clock with { Rules = new() { RollToWorkingDay = false } }).Due(China, clock.Start).Provisional.ShouldBeFalse();
    }

    [Fact]
    public void The_day_a_case_began_decides_by_what_was_known_then()
    {
        var clock = Days(5, "2020-01-22T10:00");
        clock.Due(China.AsOf(Day("2020-01-23")), clock.Start).Date.ShouldBe(Day("2020-02-04"));
        clock.Due(China.AsOf(At("2020-01-28T00:00")), clock.Start).Date.ShouldBe(Day("2020-02-06"));
        var provisional = Days(5, "2020-12-28T10:00").Due(China.AsOf(Day("2020-11-01")), clock.Start);
        (provisional.Date, provisional.Provisional).ShouldBe((Day("2021-01-04"), true));
    }
}
