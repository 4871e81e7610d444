using System.Globalization;

namespace Heluo.Cel.Library;

/// <summary>Time zones by IANA name, or as an offset such as <c>+08:00</c>, <c>-03:30</c>, <c>02:00</c>.</summary>
internal static class Zones
{
    private static readonly DateTime Last = DateTime.MaxValue;

    public static bool TryLocal(CelTimestamp timestamp, string zone, out DateTime local)
    {
        local = timestamp.ToDateTimeOffset().UtcDateTime;
        if (zone is "" or "UTC" or "Z") return true;
        if (!TryOffset(zone, local, out var offset)) return false;
        var ticks = Math.Clamp(local.Ticks + offset.Ticks, 0, Last.Ticks);
        local = new DateTime(ticks, DateTimeKind.Unspecified);
        return true;
    }

    public static string Shorten(string zone) => zone.Length <= 40 ? zone : zone[..40];

    private static bool TryOffset(string zone, DateTime utc, out TimeSpan offset)
    {
        offset = default;
        if (zone.Length > 100) return false;
        var digits = zone.TrimStart('+', '-');
        if (digits.Length == 5 && digits[2] == ':' && zone.Length - digits.Length <= 1)
        {
            if (!int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)) return false;
            if (!int.TryParse(digits[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return false;
            offset = new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1);
            return hours <= 23 && minutes <= 59;
        }

        if (!zone.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '/' or '_' or '-' or '+')) return false;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) return false;
        offset = found.GetUtcOffset(utc);
        return true;
    }
}
