using Heluo.Packs;
using NodaTime;
using static Heluo.Kernel.Tests.TestCalendars;

namespace Heluo.Kernel.Tests;

/// <summary>The national pack holds the notices of the table that the golden tests stand on.</summary>
public sealed class NationalPackTests
{
    private static readonly PackReading Reading =
        new PackReader().Check(Path.Combine(SharedData.Root, "packs", "china"));

    private static WorkCalendar Pack => Reading.Set.ShouldNotBeNull().Calendar.ShouldNotBeNull();

    [Fact]
    public void The_pack_has_no_fault_of_its_calendar() =>
        Reading.Faults.Where(f => f.ToString().Contains("calendar", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_notice_is_there_as_it_was_published()
    {
        var notices = Pack.Data.Notices.OrderBy(n => n.Id, StringComparer.Ordinal).ToList();
        notices.Select(Written).ShouldBe(Notices.OrderBy(n => n.Id, StringComparer.Ordinal).Select(Written));
        notices.ShouldAllBe(n => n.Source!.Contains("国务院办公厅关于", StringComparison.Ordinal) && !n.Approximate);
        (Pack.Name, Pack.Zone).ShouldBe(("cn", Shanghai));
        Pack.OfficeHours.Windows.ShouldBe(OfficeHours.Usual.Windows);
    }

    [Fact]
    public void Every_day_of_every_year_is_the_same()
    {
        for (var day = new LocalDate(2018, 12, 1); day.Year < 2028; day = day.PlusDays(1))
        {
            Pack.Day(day).ShouldBe(China.Day(day));
        }
    }

    private static string Written(CalendarNotice notice) =>
        $"{notice.Id} {notice.Year} {notice.PublishedAt:s} {notice.Replaces} "
        + string.Join("; ", notice.Holidays.Select(h => $"{h.Name} {h.From:R} {h.To:R} {string.Join(' ', h.Work)}"));
}
