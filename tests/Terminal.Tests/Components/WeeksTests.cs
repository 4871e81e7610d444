using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Terminal.Components.Clocks;
using Heluo.Terminal.Tests.Gallery;
using NodaTime;

namespace Heluo.Terminal.Tests.Components;

public sealed class WeeksTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    [Fact]
    public void A_week_begins_on_monday_and_has_seven_places()
    {
        var weeks = Weeks.Of(Clock(8), new LocalDate(2021, 2, 3)).ToArray();
        weeks.ShouldAllBe(week => week.Cells.Length == 7);
        weeks.SelectMany(week => week.Cells.Select((cell, place) => (cell, place)))
            .Where(at => at.cell.Day is not null)
            .ShouldAllBe(at => (int)at.cell.Day!.Day.Date.DayOfWeek == at.place + 1);
    }

    [Fact]
    public void Every_day_of_the_proof_stands_once()
    {
        var clock = Clock(20);
        Weeks.Of(clock, new LocalDate(2021, 2, 3)).SelectMany(week => week.Cells)
            .Where(cell => cell.Day is not null).Select(cell => cell.Day!.Day.Date)
            .ShouldBe(clock.Days.Select(day => day.Day.Date));
    }

    [Fact]
    public void The_due_day_is_marked_once() =>
        Weeks.Of(Clock(20), new LocalDate(2021, 2, 3)).SelectMany(week => week.Cells)
            .Count(cell => cell.Due).ShouldBe(1);

    [Fact]
    public void A_long_standstill_folds_and_says_how_long()
    {
        var clock = Clock(8, new Pause("hearing", At(2021, 1, 25), At(2021, 4, 26)));
        var weeks = Weeks.Of(clock, new LocalDate(2021, 5, 1)).ToArray();
        weeks.ShouldContain(week => week.Folded > 5);
        weeks.Length.ShouldBeLessThan(10);
    }

    [Fact]
    public void Years_of_standstill_still_make_a_page()
    {
        var clock = Clock(30, new Pause("hearing", At(2015, 1, 5), At(2021, 1, 4)), At(2015, 1, 1));
        Weeks.Of(clock, new LocalDate(2021, 5, 1)).Count().ShouldBeLessThan(60);
    }

    [Fact]
    public void No_days_make_no_weeks() =>
        Weeks.Of(Clock(8) with { Days = [] }, new LocalDate(2021, 5, 1)).ShouldBeEmpty();

    private static ClockView Clock(int days, Pause? pause = null, Instant? start = null)
    {
        var clock = new LimitClock(Limit.WorkingDays(days), start ?? At(2021, 1, 20)) { Pauses = pause is null ? []
            : [pause] };
        var now = At(2021, 5, 1);
        return new ClockView("promise", Light.Green, "", clock.Due(SampleCalendar.Year2021, now).Date.AtMidnight())
        {
            Days = clock.Explain(SampleCalendar.Year2021, now),
        };
    }

    private static Instant At(int year, int month, int day) =>
        Zone.AtStrictly(new LocalDateTime(year, month, day, 9, 0)).ToInstant();
}
