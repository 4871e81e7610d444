using NodaTime;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

/// <summary>A flood closes one district; an agency works on a Saturday; the last word wins.</summary>
public sealed class LocalClosureTests
{
    private static readonly LocalClosure Flood = new()
    {
        Id = "flood",
        Name = TestCalendars.Name("防汛停止办公", "Closed for flood"),
        Area = "410105",
        From = Day("2021-07-20"),
        To = Day("2021-07-23"),
        PublishedAt = new LocalDateTime(2021, 7, 20, 16, 0),
    };

    private static WorkCalendar With(params LocalClosure[] closures) =>
        WorkCalendar.Build(ChinaData with { Closures = [.. closures] }).Value;

    private static LocalClosure[] Floods(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Flood with { Id = $"c{i}", Area = $"{410105001 + i}" })];

    [Fact]
    public void A_closed_district_has_later_due_dates_than_its_neighbour()
    {
        var calendar = With(Flood);
        var start = Day("2021-07-19");
        calendar.For("410105560").AddWorkingDays(start, 1).Value.ShouldBe(Day("2021-07-26"));
        calendar.For("410102").AddWorkingDays(start, 1).Value.ShouldBe(Day("2021-07-20"));
        calendar.AddWorkingDays(start, 1).Value.ShouldBe(Day("2021-07-20"));
        calendar.For("4101").AddWorkingDays(start, 1).Value.ShouldBe(Day("2021-07-20"));
    }

    [Fact]
    public void Before_the_order_was_published_nobody_was_closed()
    {
        var district = With(Flood).For("410105");
        district.AsOf(Day("2021-07-19")).IsWorkingDay(Day("2021-07-21")).ShouldBeTrue();
        district.AsOf(At("2021-07-20T15:59")).IsWorkingDay(Day("2021-07-21")).ShouldBeTrue();
        district.AsOf(At("2021-07-20T16:00")).IsWorkingDay(Day("2021-07-21")).ShouldBeFalse();
        With(Flood).AsOf(Day("2021-07-20")).For("410105").IsWorkingDay(Day("2021-07-21")).ShouldBeFalse();
    }

    [Fact]
    public void The_evidence_names_the_closure()
    {
        var fact = With(Flood).For("410105").Day(Day("2021-07-21"));
        (fact.Kind, fact.Source, fact.Name).ShouldBe((DayKind.Closed, "flood", Flood.Name));
        fact.Provisional.ShouldBeFalse();
    }

    [Fact]
    public void A_closure_of_an_agency_leaves_the_others_open()
    {
        var calendar = With(Flood with { Area = "", Agency = "water" });
        calendar.For("410105", "water").IsWorkingDay(Day("2021-07-21")).ShouldBeFalse();
        calendar.For(null, "water").IsWorkingDay(Day("2021-07-21")).ShouldBeFalse();
        calendar.For("410105", "health").IsWorkingDay(Day("2021-07-21")).ShouldBeTrue();
        calendar.For("410105").IsWorkingDay(Day("2021-07-21")).ShouldBeTrue();
    }

    [Fact]
    public void A_closure_of_the_whole_city_needs_no_place() =>
        With(Flood with { Area = "" }).IsWorkingDay(Day("2021-07-21")).ShouldBeFalse();

    [Fact]
    public void A_local_order_can_make_a_Saturday_worked()
    {
        var saturday = Flood with { Area = "", From = Day("2021-07-24"), To = Day("2021-07-24") };
        var fact = With(saturday with { Effect = ClosureEffect.Working }).Day(Day("2021-07-24"));
        (fact.Kind, fact.IsWorking).ShouldBe((DayKind.Opened, true));
    }

    [Fact]
    public void A_later_closure_replaces_an_earlier_one_and_may_withdraw_it()
    {
        var shorter = Flood with
        {
            Id = "shorter",
            Replaces = "flood",
            To = Day("2021-07-21"),
            PublishedAt = new LocalDateTime(2021, 7, 21, 9, 0),
        };
        var none = Flood with
        {
            Id = "none",
            Replaces = "shorter",
            Effect = ClosureEffect.Withdrawn,
            PublishedAt = new LocalDateTime(2021, 7, 22, 9, 0),
        };
        var district = With(Flood, shorter, none).For("410105");
        district.AsOf(Day("2021-07-20")).IsWorkingDay(Day("2021-07-23")).ShouldBeFalse();
        district.AsOf(Day("2021-07-21")).IsWorkingDay(Day("2021-07-23")).ShouldBeTrue();
        district.AsOf(Day("2021-07-21")).IsWorkingDay(Day("2021-07-21")).ShouldBeFalse();
        district.IsWorkingDay(Day("2021-07-21")).ShouldBeTrue();
    }

    [Fact]
    public void Views_that_come_to_the_same_share_a_table_and_the_shelf_is_bounded()
    {
        var calendar = With(Floods(300));
        ReferenceEquals(calendar.For("410102").Table, calendar.For("410103").Table).ShouldBeTrue();
        for (var i = 0; i < 300; i++)
        {
            calendar.For($"{410105001 + i}").IsWorkingDay(Day("2021-07-21")).ShouldBeFalse();
            calendar.Shelf.Tables.ShouldBeLessThanOrEqualTo(CalendarShelf.MaxTables);
        }
    }

    [Fact]
    public void Many_threads_asking_at_once_get_the_same_answers()
    {
        var calendar = With(Floods(200));
        Parallel.For(0, 500, i =>
            calendar.For($"{410105001 + (i % 250)}").IsWorkingDay(Day("2021-07-21")).ShouldBe(i % 250 >= 200));
    }
}
