using System.Globalization;

namespace Heluo.Cel.Library;

/// <summary>Time zones by IANA name, or as an offset such as <c>+08:00</c>, <c>-03:30</c>, <c>02:00</c>.</summary>
internal static class Zones
{
    public static bool TryLocal(CelZones zones, CelTimestamp timestamp, string zone, out DateTime local)
    {
        local = timestamp.ToDateTimeOffset().UtcDateTime;
        if (zone is "" or "UTC" or "Z") return true;
        if (!TryOffset(zone, out var offset))
        {
            if (zone.Length > 100 || zones(zone, new DateTimeOffset(local)) is not { } found) return false;
            offset = found;
        }

        var ticks = Math.Clamp(local.Ticks + offset.Ticks, 0, DateTime.MaxValue.Ticks);
        local = new DateTime(ticks, DateTimeKind.Unspecified);
        return true;
    }

    public static string Shorten(string zone) => zone.Length <= 40 ? zone : zone[..40];

    /// <summary>The zones that the machine knows.</summary>
    public static TimeSpan? OfMachine(string zone, DateTimeOffset at)
    {
        if (!zone.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '/' or '_' or '-' or '+')) return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found.GetUtcOffset(at) : null;
    }

    private static bool TryOffset(string zone, out TimeSpan offset)
    {
        offset = default;
        var digits = zone.TrimStart('+', '-');
        if (digits.Length != 5 || digits[2] != ':' || zone.Length - digits.Length > 1) return false;
        if (!TryNumber(digits[..2], 23, out var hours) || !TryNumber(digits[3..], 59, out var minutes)) return false;
        offset = new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryNumber(string digits, int most, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
