using System.Collections.Immutable;
using NodaTime;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

/// <summary>Data that no calendar can be built from: every fault is found, each under its name.</summary>
public sealed class CalendarCheckTests
{
    private static readonly Localized Name = TestCalendars.Name("假", "Holiday");

    private static CalendarNotice Notice(string id, params Holiday[] holidays) => new()
    {
        Id = id,
        Year = 2030,
        PublishedAt = new LocalDateTime(2029, 11, 1, 9, 0),
        Holidays = [.. holidays],
    };

    private static LocalClosure Closure(string id) => new()
    {
        Id = id,
        Name = Name,
        From = new LocalDate(2030, 7, 1),
        To = new LocalDate(2030, 7, 2),
        PublishedAt = new LocalDateTime(2030, 6, 30, 9, 0),
    };

    private static string[] Faults(CalendarData data) =>
        [.. WorkCalendar.Build(data).Refusal.ShouldNotBeNull().Faults.Select(f => f.Code)];

    private static string[] Faults(params CalendarNotice[] notices) =>
        Faults(ChinaData with { Notices = [.. notices] });

    private static string[] Faults(params LocalClosure[] closures) =>
        Faults(ChinaData with { Closures = [.. closures] });

    [Fact]
    public void A_week_without_a_working_day_is_refused() =>
        Faults(ChinaData with { Weekend = [.. Enum.GetValues<IsoDayOfWeek>().Skip(1)] })
            .ShouldContain("calendar.weekend");

    [Fact]
    public void The_same_id_twice_is_refused() =>
        Faults(Notice("a"), Notice("a")).ShouldBe(["calendar.id"]);

    [Fact]
    public void An_empty_id_is_refused() => Faults(Notice(" ")).ShouldBe(["calendar.id"]);

    [Fact]
    public void A_year_out_of_range_is_refused() =>
        Faults(Notice("a") with { Year = 99_999 }).ShouldBe(["calendar.year"]);

    [Fact]
    public void A_holiday_that_ends_before_it_begins_is_refused() =>
        Faults(Notice("a", new Holiday(Name, Day("2030-05-03"), Day("2030-05-01")))).ShouldBe(["calendar.range"]);

    [Fact]
    public void A_holiday_of_ten_years_is_refused() =>
        Faults(Notice("a", new Holiday(Name, Day("2030-05-03"), Day("2040-05-01")))).ShouldBe(["calendar.range"]);

    [Fact]
    public void A_holiday_of_another_year_is_refused() =>
        Faults(Notice("a", new Holiday(Name, Day("2026-05-01"), Day("2026-05-03")))).ShouldBe(["calendar.range"]);

    [Fact]
    public void A_day_off_and_worked_at_once_is_refused() =>
        Faults(Notice(
            "a",
            new Holiday(Name, Day("2030-05-01"), Day("2030-05-05")),
            new Holiday(Name, Day("2030-06-01"), Day("2030-06-03")) { Work = [Day("2030-05-04")] }))
        .ShouldBe(["calendar.both"]);

    [Fact]
    public void A_make_up_day_that_the_week_works_anyway_is_refused() =>
        Faults(Notice("a", new Holiday(Name, Day("2030-05-01"), Day("2030-05-03")) { Work = [Day("2030-05-07")] }))
            .ShouldBe(["calendar.make_up"]);

    [Fact]
    public void A_notice_replaces_only_an_earlier_one_of_its_year()
    {
        Faults(Notice("a") with { Replaces = "none" }).ShouldBe(["calendar.replaces"]);
        Faults(Notice("a") with { Replaces = "a" }).ShouldBe(["calendar.replaces"]);
        Faults(Notice("a"), Notice("b") with { Replaces = "a" }).ShouldBe(["calendar.replaces"]);
        Faults(
            Notice("a") with { Year = 2029 },
            Notice("b") with { Replaces = "a", PublishedAt = new LocalDateTime(2030, 1, 1, 0, 0) })
            .ShouldBe(["calendar.replaces"]);
    }

    [Fact]
    public void More_holidays_than_a_year_can_hold_are_refused() =>
        Faults(Notice("a", [.. Enumerable.Repeat(new Holiday(Name, Day("2030-05-01"), Day("2030-05-01")), 41)]))
            .ShouldBe(["calendar.too_many"]);

    [Fact]
    public void A_closure_longer_than_a_year_is_refused() =>
        Faults(Closure("a") with { To = new LocalDate(2031, 12, 1) }).ShouldBe(["calendar.range"]);

    [Fact]
    public void A_closure_replaces_only_an_earlier_one()
    {
        Faults(Closure("a") with { Replaces = "a" }).ShouldBe(["calendar.replaces"]);
        Faults(Closure("a") with { Effect = ClosureEffect.Withdrawn }).ShouldBe(["calendar.withdraws"]);
    }

    [Fact]
    public void Notices_and_closures_without_number_are_refused() =>
        Faults(ChinaData with
        {
            Closures = [.. Enumerable.Range(0, CalendarData.MaxClosures + 1).Select(i => Closure($"c{i}"))],
        }).ShouldBe(["calendar.too_many"]);

    [Fact]
    public void All_faults_come_in_one_refusal_that_names_each_thing()
    {
        var refusal = WorkCalendar.Build(ChinaData with
        {
            Notices = [Notice("a") with { Year = 1 }, Notice("b") with { Replaces = "x" }],
            Closures = [Closure("c") with { Replaces = "y" }],
        }).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("calendar.faulty");
        refusal.Faults.Select(f => f.Field).ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("08:00")]
    [InlineData("08:00-25:00")]
    [InlineData("8:00-12:000")]
    [InlineData("08:00 12:00")]
    [InlineData("08：00-12:00")]
    public void An_office_window_of_another_form_is_refused(string text) =>
        OfficeWindow.Read(text).Refusal.ShouldNotBeNull().Code.ShouldBe("calendar.office_window");

    [Theory]
    [InlineData()]
    [InlineData("12:00-08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:00-12:00", "12:00-18:00")]
    [InlineData("14:00-18:00", "08:00-12:00")]
    [InlineData("00:00-24:00", "08:00-12:00")]
    public void Office_hours_out_of_order_are_refused(params string[] windows) =>
        OfficeHours.Of([.. windows.Select(w => OfficeWindow.Parse(w))]).Refusal.ShouldNotBeNull()
            .Code.ShouldBe("calendar.office_hours");

    [Fact]
    public void Office_hours_are_read_and_written_as_packs_do()
    {
        OfficeWindow.Parse("20:00-24:00").Length.ShouldBe(Duration.FromHours(4));
        OfficeWindow.Parse("08:30-12:00").ToString().ShouldBe("08:30-12:00");
        OfficeHours.Usual.Day.ShouldBe(Duration.FromHours(8));
        OfficeHours.Usual.Windows.Select(w => w.ToString()).ShouldBe(["08:00-12:00", "14:00-18:00"]);
    }

    [Fact]
    public void An_unreasonable_question_is_an_error_of_the_caller()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => China.AddWorkingDays(new LocalDate(2021, 1, 1), 100_001));
        Should.Throw<ArgumentOutOfRangeException>(() => China.AddWorkingDays(new LocalDate(2021, 1, 1), int.MinValue));
        Should.Throw<ArgumentOutOfRangeException>(() => China.AddWorkingDays(new LocalDate(1700, 1, 1), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => China.WorkingDaysBetween(default, new LocalDate(9000, 1, 1)));
    }
}
