using NodaTime;

namespace Heluo.Kernel.Tests;

/// <summary>The obvious calendar: it looks at every notice for every day and takes one step at a time.</summary>
internal sealed class SlowCalendar(
    CalendarData data, LocalDateTime? known = null, string? area = null, string? agency = null)
{
    private readonly Dictionary<LocalDate, bool> seen = [];

    public bool IsWorking(LocalDate date)
    {
        if (!seen.TryGetValue(date, out var working))
        {
            seen[date] = working = Judge(date);
        }

        return working;
    }

    private bool Judge(LocalDate date)
    {
        var closure = data.Closures
            .Where(c => Known(c.PublishedAt) && c.From <= date && date <= c.To)
            .Where(c => c.Effect != ClosureEffect.Withdrawn)
            .Where(c => !data.Closures.Any(later => later.Replaces == c.Id && Known(later.PublishedAt)))
            .Where(c => c.Area == "" || (area ?? "-").StartsWith(c.Area, StringComparison.Ordinal))
            .Where(c => c.Agency is null || c.Agency == agency)
            .OrderBy(c => c.PublishedAt).ThenBy(c => c.Id, StringComparer.Ordinal).LastOrDefault();
        if (closure is not null)
        {
            return closure.Effect == ClosureEffect.Working;
        }

        var notice = data.Notices
            .Where(n => Known(n.PublishedAt))
            .Where(n => !data.Notices.Any(later => later.Replaces == n.Id && Known(later.PublishedAt)))
            .Where(n => n.Holidays.Any(h => (h.From <= date && date <= h.To) || h.Work.Contains(date)))
            .OrderBy(n => n.PublishedAt).ThenBy(n => n.Id, StringComparer.Ordinal).LastOrDefault();
        return notice?.Holidays.Any(h => h.Work.Contains(date)) ?? !data.Weekend.Contains(date.DayOfWeek);
    }

    public bool IsCovered(int year) => data.Notices.Any(n => n.Year == year && Known(n.PublishedAt));

    public bool IsProvisional(LocalDate from, LocalDate to) =>
        !Enumerable.Range(from.Year, to.Year - from.Year + 1).All(IsCovered);

    public LocalDate Add(LocalDate date, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0; left -= IsWorking(date) ? 1 : 0)
        {
            date = date.PlusDays(step);
        }

        return date;
    }

    public int Between(LocalDate from, LocalDate to)
    {
        var count = 0;
        for (var day = from.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether offices are open at a moment, by the clock on their wall.</summary>
    public bool IsOpen(Instant moment)
    {
        var local = moment.InZone(data.Zone).LocalDateTime;
        return IsWorking(local.Date) && data.OfficeHours.Windows.Any(w =>
            local.TimeOfDay >= w.Opens && (w.Closes == LocalTime.Midnight || local.TimeOfDay < w.Closes));
    }

    private bool Known(LocalDateTime published) => known is null || published <= known;
}
