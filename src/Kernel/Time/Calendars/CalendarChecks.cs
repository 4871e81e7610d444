using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>Finds every fault of calendar data before a calendar is built from it.</summary>
internal static class CalendarChecks
{
    internal const int FirstYear = 1900;
    internal const int LastYear = 2200;

    public static ImmutableArray<Fault> Faults(CalendarData data)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (data.Weekend.Distinct().Count() > 6 || data.Weekend.Contains(IsoDayOfWeek.None))
        {
            faults.Add(new Fault("weekend", "calendar.weekend", "A week needs at least one working day."));
        }

        if (data.Notices.Length > CalendarData.MaxNotices || data.Closures.Length > CalendarData.MaxClosures)
        {
            faults.Add(new Fault("", "calendar.too_many", "Too many notices or closures."));
            return faults.ToImmutable();
        }

        Ids(data, faults);
        foreach (var notice in data.Notices)
        {
            Notice(notice, data, faults);
        }

        foreach (var closure in data.Closures)
        {
            Closure(closure, data, faults);
        }

        return faults.ToImmutable();
    }

    private static void Ids(CalendarData data, ImmutableArray<Fault>.Builder faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in data.Notices.Select(n => n.Id).Concat(data.Closures.Select(c => c.Id)))
        {
            if (string.IsNullOrWhiteSpace(id) || id.Length > 100 || !seen.Add(id))
            {
                faults.Add(new Fault(id ?? "", "calendar.id", $"'{id}' is empty, too long, or given twice."));
            }
        }
    }

    private static void Notice(CalendarNotice notice, CalendarData data, ImmutableArray<Fault>.Builder faults)
    {
        void Add(string code, string why) => faults.Add(new Fault(notice.Id, code, why));
        if (notice.Year is < FirstYear or > LastYear)
        {
            Add("calendar.year", $"Year {notice.Year} is outside {FirstYear}–{LastYear}.");
        }

        if (notice.Replaces is { } old
            && !data.Notices.Any(n => n.Id == old && n.Year == notice.Year && n.PublishedAt < notice.PublishedAt))
        {
            Add("calendar.replaces", $"'{old}' is no earlier notice of {notice.Year}.");
        }

        if (notice.Holidays.Length > 40)
        {
            Add("calendar.too_many", "A notice has at most 40 holidays.");
            return;
        }

        var worked = notice.Holidays.SelectMany(h => h.Work).ToHashSet();
        foreach (var holiday in notice.Holidays)
        {
            if (!Near(holiday.From, holiday.To, notice.Year, 60))
            {
                Add(
                    "calendar.range",
                    $"{holiday.From:R}…{holiday.To:R} is no span of 60 days or less in {notice.Year}.");
            }
            else if (worked.Any(day => day >= holiday.From && day <= holiday.To))
            {
                Add("calendar.both", $"A day of {holiday.From:R}…{holiday.To:R} is both off and worked.");
            }
        }

        foreach (var day in worked.Where(d => !data.Weekend.Contains(d.DayOfWeek) || !Near(d, d, notice.Year, 0)))
        {
            Add("calendar.make_up", $"{day:R} is no rest day of {notice.Year} that could be worked.");
        }
    }

    private static void Closure(LocalClosure closure, CalendarData data, ImmutableArray<Fault>.Builder faults)
    {
        void Add(string code, string why) => faults.Add(new Fault(closure.Id, code, why));
        if (closure.From.Year is < FirstYear or > LastYear || !Near(closure.From, closure.To, closure.From.Year, 366))
        {
            Add("calendar.range", $"{closure.From:R}…{closure.To:R} is no span of at most 366 days.");
        }

        if (closure.Replaces is { } old
            && !data.Closures.Any(c => c.Id == old && c.PublishedAt < closure.PublishedAt))
        {
            Add("calendar.replaces", $"'{old}' is no earlier closure.");
        }

        if (closure.Effect == ClosureEffect.Withdrawn && closure.Replaces is null)
        {
            Add("calendar.withdraws", "A withdrawal names the closure that it withdraws.");
        }
    }

    private static bool Near(LocalDate from, LocalDate to, int year, int days) =>
        from <= to && Math.Abs(from.Year - year) <= 1 && Math.Abs(to.Year - year) <= 1
        && Period.DaysBetween(from, to) <= days;
}
