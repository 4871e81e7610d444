using NodaTime;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

/// <summary>The units of city management on the real calendar.</summary>
public sealed class RollingTimeTests
{
    [Theory]
    [InlineData(TimeUnit.UrgentHour, 5, "2026-02-13T21:30")]
    [InlineData(TimeUnit.WorkHour, 5, "2026-02-14T11:30")] // Saturday 14 February is worked
    [InlineData(TimeUnit.WorkHour, 10, "2026-02-24T08:30")] // over Spring Festival
    [InlineData(TimeUnit.WorkDay, 1, "2026-02-14T16:30")]
    [InlineData(TimeUnit.WorkDay, 5, "2026-02-27T16:30")]
    [InlineData(TimeUnit.NaturalDay, 5, "2026-02-18T16:30")]
    [InlineData(TimeUnit.CalendarHour, 5, "2026-02-13T21:30")]
    public void Time_rolls_from_the_minute_of_the_start(TimeUnit unit, int amount, string due)
    {
        var clock = new LimitClock(new Limit(amount, unit), At("2026-02-13T16:30"));
        Local(clock.Due(China, clock.Start).At).ShouldBe(due);
    }

    [Theory]
    [InlineData("2026-03-02T08:00", 4, "2026-03-02T12:00")] // the end of a window, not the next beginning
    [InlineData("2026-03-02T12:00", 4, "2026-03-02T18:00")]
    [InlineData("2026-03-02T13:00", 0.25, "2026-03-02T14:15")]
    [InlineData("2026-03-01T03:00", 8, "2026-03-02T18:00")] // a Sunday
    [InlineData("2026-03-02T18:00", 0, "2026-03-02T18:00")]
    public void Office_time_runs_only_while_the_office_is_open(string start, double hours, string due)
    {
        var clock = new LimitClock(new Limit((decimal)hours, TimeUnit.WorkHour), At(start));
        Local(clock.Due(China, clock.Start).At).ShouldBe(due);
    }

    [Fact]
    public void A_work_day_is_worth_the_hours_of_the_office()
    {
        var hours = OfficeHours.Of(OfficeWindow.Parse("09:00-12:00"), OfficeWindow.Parse("13:00-17:00")).Value;
        var calendar = WorkCalendar.Build(ChinaData with { OfficeHours = hours }).Value;
        var clock = new LimitClock(new Limit(1, TimeUnit.WorkDay), At("2026-03-02T10:00"));
        Local(clock.Due(calendar, clock.Start).At).ShouldBe("2026-03-03T10:00");
        (clock with { Extensions = [new Limit(3, TimeUnit.WorkHour)] })
            .Due(calendar, clock.Start).Allowed.ShouldBe(decimal.Round(10m / 7, 6));
    }

    [Fact]
    public void A_pause_stops_office_time_to_the_minute()
    {
        var clock = new LimitClock(new Limit(4, TimeUnit.WorkHour), At("2026-03-02T08:00"))
        {
            Pauses = [new Pause("hung", At("2026-03-02T09:00"), At("2026-03-03T09:30"))],
        };
        var due = clock.Due(China, At("2026-03-03T10:00"));
        Local(due.At).ShouldBe("2026-03-03T14:30");
        (due.Elapsed, due.Remaining).ShouldBe((1.5m, 2.5m));
    }

    [Fact]
    public void A_pause_without_end_has_no_moment_for_a_timer()
    {
        var clock = new LimitClock(new Limit(4, TimeUnit.WorkHour), At("2026-03-02T08:00"))
        {
            Pauses = [new Pause("hung", At("2026-03-02T09:00"))],
        };
        var due = clock.Due(China, At("2026-03-02T10:00"));
        (due.Paused, due.RunsOutAt, due.Elapsed).ShouldBe((true, null, 1));
        Local(due.At).ShouldBe("2026-03-02T15:00");
    }

    [Fact]
    public void A_pause_capped_at_a_year_ends_by_itself()
    {
        var clock = new LimitClock(new Limit(1, TimeUnit.NaturalDay), At("2024-03-01T08:00"))
        {
            Pauses = [new Pause("hung", At("2024-03-01T20:00")) { Cap = new Limit(365, TimeUnit.NaturalDay) }],
        };
        var due = clock.Due(China, At("2024-03-02T00:00"));
        Local(due.RunsOutAt!.Value).ShouldBe("2025-03-02T08:00");
    }

    [Fact]
    public void Overdue_time_is_negative_and_late_only_after_the_very_moment()
    {
        var clock = new LimitClock(new Limit(2, TimeUnit.UrgentHour), At("2026-03-02T08:00"));
        clock.Due(China, At("2026-03-02T10:00")).Late.ShouldBeFalse();
        var late = clock.Due(China, At("2026-03-02T10:30"));
        (late.Late, late.Remaining, late.Used).ShouldBe((true, -0.5m, 1.25m));
    }

    [Fact]
    public void Only_office_time_depends_on_notices_to_come()
    {
        var start = At("2026-12-31T17:00");
        new LimitClock(new Limit(2, TimeUnit.WorkHour), start).Due(China, start).Provisional.ShouldBeTrue();
        new LimitClock(new Limit(1, TimeUnit.WorkHour), start).Due(China, start).Provisional.ShouldBeFalse();
        new LimitClock(new Limit(2, TimeUnit.NaturalDay), start).Due(China, start).Provisional.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-03-28T12:00", "2026-03-29T13:00")] // the clock skips an hour on the 29th
    [InlineData("2026-10-24T12:00", "2026-10-25T11:00")] // and repeats one on the 25th
    public void A_natural_day_is_twenty_four_true_hours(string start, string due)
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var calendar = WorkCalendar.Build(ChinaData with { Zone = berlin, Notices = [] }).Value;
        var clock = new LimitClock(new Limit(1, TimeUnit.NaturalDay), At(start, berlin));
        Local(clock.Due(calendar, clock.Start).At, berlin).ShouldBe(due);
    }

    [Fact]
    public void Office_hours_stay_on_the_wall_clock_when_it_changes()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var calendar = WorkCalendar.Build(ChinaData with { Zone = berlin, Notices = [] }).Value;
        var clock = new LimitClock(new Limit(1, TimeUnit.WorkDay), At("2026-03-27T16:00", berlin));
        Local(clock.Due(calendar, clock.Start).At, berlin).ShouldBe("2026-03-30T16:00");
    }

    [Fact]
    public void A_shift_across_the_change_of_clocks_is_as_long_as_it_truly_is()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var night = OfficeHours.Of(OfficeWindow.Parse("00:00-24:00")).Value;
        var calendar = WorkCalendar.Build(
            ChinaData with { Zone = berlin, Notices = [], OfficeHours = night, Weekend = [] }).Value;
        var clock = new LimitClock(new Limit(24, TimeUnit.WorkHour), At("2026-10-25T00:00", berlin));
        Local(clock.Due(calendar, clock.Start).At, berlin).ShouldBe("2026-10-25T23:00");
    }
}
