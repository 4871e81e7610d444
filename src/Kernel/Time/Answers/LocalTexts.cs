using NodaTime;
using NodaTime.Text;

namespace Heluo.Kernel;

/// <summary>Local dates and times as people write them at the door of the calendar.</summary>
internal static class LocalTexts
{
    private static readonly LocalDateTimePattern Minutes =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    private static readonly OffsetDateTimePattern Full =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<+HH:mm>");

    public static LocalDate? Date(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && Within(date.Year) ? date : null;

    public static LocalDateTime? Moment(string? text)
    {
        if (text is null || text.Length > 40)
        {
            return null;
        }

        var found = Date(text) is { } date ? date.AtMidnight()
            : Minutes.Parse(text).TryGetValue(default, out var minute) ? minute
            : LocalDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var second) ? second
            : (LocalDateTime?)null;
        return found is { } moment && Within(moment.Year) ? moment : null;
    }

    /// <summary>A local time to the minute, with seconds only where they are not nought.</summary>
    public static string Write(Instant moment, DateTimeZone zone)
    {
        var local = moment.InZone(zone).LocalDateTime;
        return local.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0
            ? Minutes.Format(local)
            : LocalDateTimePattern.ExtendedIso.Format(local);
    }

    /// <summary>The same with the offset from UTC.</summary>
    public static string WriteWithOffset(Instant moment, DateTimeZone zone) =>
        Full.Format(moment.InZone(zone).ToOffsetDateTime());

    public static string Write(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static bool Within(int year) => year is >= CalendarChecks.FirstYear and <= CalendarChecks.LastYear;
}
