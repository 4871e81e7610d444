using Heluo.Kernel;
using NodaTime;

namespace Heluo.Simulation;

/// <summary>When people do things: officers in office hours of working days, residents by day.</summary>
internal static class OfficeMoments
{
    /// <summary>The moment moved into office hours.</summary>
    public static Instant InOffice(Instant at, WorkCalendar calendar, Random chance)
    {
        var local = at.InZone(calendar.Zone).LocalDateTime;
        var day = calendar.OnOrAfter(local.Date).Value;
        if (day == local.Date && local.Hour is >= 9 and < 17 and not (12 or 13))
        {
            return at;
        }

        if (day == local.Date && local.Hour >= 17)
        {
            day = calendar.OnOrAfter(day.PlusDays(1)).Value;
        }

        int[] hours = [9, 10, 11, 14, 15, 16];
        return day.At(new LocalTime(hours[chance.Next(hours.Length)], chance.Next(60), chance.Next(60)))
            .InZoneLeniently(calendar.Zone).ToInstant();
    }
}
