using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

public sealed class LimitCheckTests
{
    private static readonly Instant Start = At("2021-01-04T09:30");

    [Theory]
    [InlineData(-1, TimeUnit.WorkingDay, "limit.amount")]
    [InlineData(3_661, TimeUnit.WorkingDay, "limit.amount")]
    [InlineData(87_841, TimeUnit.WorkHour, "limit.amount")]
    [InlineData(1.5, TimeUnit.CalendarDay, "limit.whole_days")]
    [InlineData(1, (TimeUnit)99, "limit.unit")]
    public void A_limit_outside_its_range_is_a_fault(double amount, TimeUnit unit, string code) =>
        new Limit((decimal)amount, unit).Check().ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void Every_fault_of_a_clock_is_found_at_once()
    {
        var clock = new LimitClock(new Limit(-1, TimeUnit.WorkingDay), Instant.FromUtc(1800, 1, 1, 0, 0))
        {
            Extensions = [new Limit(1, TimeUnit.WorkHour)],
            Pauses =
            [
                new Pause("hearing", Start, Start - Duration.FromHours(1)),
                new Pause("hearing", Instant.FromUtc(2300, 1, 1, 0, 0)) { Cap = new Limit(-3, TimeUnit.WorkHour) },
            ],
        };
        clock.Check().Select(fault => fault.Code).ShouldBe(
            ["limit.amount", "limit.range", "limit.family", "pause.ends_before", "limit.range", "limit.amount"]);
        Should.Throw<ArgumentException>(() => clock.Due(China, Start)).Message.ShouldContain("limit.amount");
        Should.Throw<ArgumentException>(() => clock.Explain(China, Start));
    }

    [Fact]
    public void Pauses_without_number_are_refused()
    {
        var pauses = Enumerable.Range(0, LimitClock.MaxPauses + 1)
            .Select(i => new Pause("hearing", Start + Duration.FromHours(i), Start + Duration.FromHours(i)));
        var clock = new LimitClock(Limit.WorkingDays(1), Start) { Pauses = [.. pauses] };
        clock.Check().ShouldHaveSingleItem().Code.ShouldBe("limit.too_many");
    }

    [Fact]
    public void A_clock_read_from_a_fact_may_lack_its_lists()
    {
        var clock = new LimitClock(Limit.WorkingDays(1), Start)
        {
            Pauses = default(ImmutableArray<Pause>),
            Extensions = default(ImmutableArray<Limit>),
        };
        clock.Check().ShouldBeEmpty();
        clock.Due(China, Start).Date.ShouldBe(Day("2021-01-05"));
    }

    [Theory]
    [InlineData("working-day", TimeUnit.WorkingDay, TimeFamily.WorkingDays)]
    [InlineData("calendar-day", TimeUnit.CalendarDay, TimeFamily.CalendarDays)]
    [InlineData("calendar-hour", TimeUnit.CalendarHour, TimeFamily.Continuous)]
    [InlineData("urgent-hour", TimeUnit.UrgentHour, TimeFamily.Continuous)]
    [InlineData("work-hour", TimeUnit.WorkHour, TimeFamily.Office)]
    [InlineData("work-day", TimeUnit.WorkDay, TimeFamily.Office)]
    [InlineData("natural-day", TimeUnit.NaturalDay, TimeFamily.Continuous)]
    public void A_unit_is_written_by_its_name(string name, TimeUnit unit, TimeFamily family)
    {
        TimeUnits.TryParse(name, out var read).ShouldBeTrue();
        (read, read.Name(), read.Family()).ShouldBe((unit, name, family));
        JsonSerializer.Serialize(new Limit(2, unit)).ShouldBe($$"""{"Amount":2,"Unit":"{{name}}"}""");
        JsonSerializer.Deserialize<Limit>($$"""{"Amount":2,"Unit":"{{name}}"}""").ShouldBe(new Limit(2, unit));
    }

    [Theory]
    [InlineData("\"WorkingDay\"")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("null")]
    public void A_unit_of_another_name_is_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<TimeUnit>(json));

    [Fact]
    public void Every_unit_has_a_name() =>
        Enum.GetValues<TimeUnit>().Select(unit => unit.Name()).ShouldBe(TimeUnits.Names);

    [Fact]
    public void A_due_date_without_pauses_allocates_nothing()
    {
        var clock = new LimitClock(Limit.WorkingDays(20), Start);
        var rolling = new LimitClock(new Limit(20, TimeUnit.WorkDay), Start);
        _ = clock.Due(China, Start);
        _ = rolling.Due(China, Start);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _ = clock.Due(China, Start);
            _ = China.AddWorkingDays(new LocalDate(2021, 1, 4), i);
            _ = rolling.Due(China, Start);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
