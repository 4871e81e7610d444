using CsCheck;
using NodaTime;

namespace Heluo.Kernel.Tests;

/// <summary>Every answer of the calendar beside the answer of the obvious one.</summary>
public sealed class CalendarOracleTests
{
    private static readonly Gen<(CalendarData Data, LocalDate? Known, string? Area, string? Agency)> Views =
        Gen.Select(
            AnyCalendar.Data,
            Gen.OneOf(Gen.Const((LocalDate?)null), AnyCalendar.Date.Select(d => (LocalDate?)d)),
            AnyCalendar.Area,
            AnyCalendar.Agency);

    [Fact]
    public void Every_day_is_what_the_notices_and_closures_say() =>
        Views.Sample(
            view =>
            {
                var (fast, slow) = Both(view);
                for (var day = AnyCalendar.Origin.PlusDays(-100); day.Year < 2025; day = day.PlusDays(1))
                {
                    fast.IsWorkingDay(day).ShouldBe(slow.IsWorking(day));
                    var fact = fast.Day(day);
                    fact.IsWorking.ShouldBe(slow.IsWorking(day));
                    fact.Provisional.ShouldBe(!slow.IsCovered(day.Year));
                }
            },
            iter: 30);

    [Fact]
    public void Adding_subtracting_and_counting_are_steps_of_a_day() =>
        Gen.Select(Views, AnyCalendar.Date, Gen.Int[0, 400]).Sample(
            (view, date, days) =>
            {
                var (fast, slow) = Both(view);
                var later = slow.Add(date, days);
                var earlier = slow.Add(date, -days);
                fast.AddWorkingDays(date, days).ShouldBe(new(later, slow.IsProvisional(date, later)));
                fast.SubtractWorkingDays(date, days).ShouldBe(new(earlier, slow.IsProvisional(earlier, date)));
                fast.AddWorkingDays(date, -days).Value.ShouldBe(earlier);

                var end = date.PlusDays(days);
                var count = slow.Between(date, end);
                fast.WorkingDaysBetween(date, end).ShouldBe(new(count, slow.IsProvisional(date, end)));
                fast.WorkingDaysBetween(end, date).Value.ShouldBe(-count);
                fast.OnOrAfter(date).Value.ShouldBe(slow.IsWorking(date) ? date : slow.Add(date, 1));
            },
            iter: 250);

    [Fact]
    public void Adding_and_counting_undo_one_another() =>
        Gen.Select(Views, AnyCalendar.Date, Gen.Int[1, 20_000]).Sample(
            (view, date, days) =>
            {
                var (fast, _) = Both(view);
                var later = fast.AddWorkingDays(date, days).Value;
                fast.IsWorkingDay(later).ShouldBeTrue();
                fast.WorkingDaysBetween(date, later).Value.ShouldBe(days);
                fast.SubtractWorkingDays(later.PlusDays(1), days).Value.ShouldBeGreaterThan(date);
            },
            iter: 250);

    [Fact]
    public void A_year_has_as_many_working_days_as_one_counts() =>
        Gen.Select(Views, Gen.Int[2017, 2026]).Sample(
            (view, year) =>
            {
                var (fast, slow) = Both(view);
                var days = slow.Between(new LocalDate(year - 1, 12, 31), new LocalDate(year, 12, 31));
                fast.WorkingDaysIn(year).ShouldBe(new(days, !slow.IsCovered(year)));
            },
            iter: 100);

    [Fact]
    public void A_moment_knows_what_was_published_up_to_it() =>
        Gen.Select(AnyCalendar.Data, AnyCalendar.Date, Gen.Int[0, 1_439], AnyCalendar.Date).Sample(
            (data, day, minute, date) =>
            {
                var moment = day.AtMidnight().PlusMinutes(minute).InZoneLeniently(data.Zone).ToInstant();
                var known = moment.InZone(data.Zone).LocalDateTime;
                WorkCalendar.Build(data).Value.AsOf(moment).IsWorkingDay(date)
                    .ShouldBe(new SlowCalendar(data, known).IsWorking(date));
            },
            iter: 250);

    private static (WorkCalendar Fast, SlowCalendar Slow) Both(
        (CalendarData Data, LocalDate? Known, string? Area, string? Agency) view)
    {
        var fast = WorkCalendar.Build(view.Data).Value.For(view.Area, view.Agency);
        var known = view.Known?.At(new LocalTime(23, 59, 59));
        return (
            view.Known is { } day ? fast.AsOf(day) : fast,
            new SlowCalendar(view.Data, known, view.Area, view.Agency));
    }
}
