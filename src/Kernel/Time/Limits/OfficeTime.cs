using NodaTime;

namespace Heluo.Kernel;

/// <summary>
/// The office windows of days as spans of the time line. Windows are read on the local clock and counted in true time:
/// a window across the hour that a clock change skips is an hour shorter. An edge inside a skipped hour falls on its
/// end,
/// an edge inside a repeated hour on its first turn.
/// </summary>
internal sealed class OfficeTime
{
    private readonly DateTimeZone zone;
    private readonly OfficeHours hours;
    private readonly Lazy<bool> regular;

    public OfficeTime(DateTimeZone zone, OfficeHours hours)
    {
        this.zone = zone;
        this.hours = hours;
        regular = new Lazy<bool>(() => !ChangesMeetWindows());
    }

    /// <summary>Whether no clock change of the zone falls into a window, so that all working days are equally
    /// long.</summary>
    public bool IsRegular => regular.Value;

    public Duration Day => hours.Day;

    public int Windows => hours.Windows.Length;

    public (Instant Start, Instant End) Window(int day, int index)
    {
        var date = Dates.DateOf(day);
        var window = hours.Windows[index];
        return (
            Dates.MomentOf(zone, date + window.Opens),
            Dates.MomentOf(zone, window.ClosesOn(date)));
    }

    /// <summary>When the office closes on a day.</summary>
    public Instant Closing(int day) => Window(day, Windows - 1).End;

    private bool ChangesMeetWindows()
    {
        var from = Instant.FromUtc(CalendarChecks.FirstYear - 1, 1, 1, 0, 0);
        var to = Instant.FromUtc(CalendarChecks.LastYear + 400, 1, 1, 0, 0);
        foreach (var interval in zone.GetZoneIntervals(from, to))
        {
            if (interval.HasEnd && interval.End < to && Meets(interval.IsoLocalEnd, interval.End))
            {
                return true;
            }
        }

        return false;
    }

    private bool Meets(LocalDateTime before, Instant change)
    {
        var after = change.InZone(zone).LocalDateTime;
        var (low, high) = before <= after ? (before, after) : (after, before);
        for (var date = low.Date; date <= high.Date; date = date.PlusDays(1))
        {
            foreach (var window in hours.Windows)
            {
                if (date + window.Opens < high && window.ClosesOn(date) > low)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
