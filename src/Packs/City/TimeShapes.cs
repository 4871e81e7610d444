using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Packs;

/// <summary>Shapes of zones, weekends, office hours and local moments.</summary>
internal static class TimeShapes
{
    private const string Window = "^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern DateMinutes =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>A zone of the IANA data base: <c>Asia/Shanghai</c>.</summary>
    public static Shape<DateTimeZone> Zone { get; } = Shapes.Text(40).As(ParseZone, DateTimeZone.Utc);

    private static Shape<IsoDayOfWeek> Day => new ChoiceShape<IsoDayOfWeek>(
        [.. Enum.GetNames(typeof(IsoDayOfWeek)).Skip(1).Select(Kebab.Of)],
        ((IsoDayOfWeek[])Enum.GetValues(typeof(IsoDayOfWeek)))[1..]);

    /// <summary>The rest days of a week, none to six.</summary>
    public static Shape<ImmutableArray<IsoDayOfWeek>> Weekend { get; } = Shapes.List(
        Day,
        max: 6,
        by: day => day.ToString());

    /// <summary>Office hours of a working day, in order: <c>["08:00-12:00", "14:00-18:00"]</c>.</summary>
    public static Shape<OfficeHours> OfficeHours { get; } = Shapes
        .List(
            Shapes.Text(11, Window, "hours such as 08:00-12:00").To(ParseWindow), Kernel.OfficeHours.MaxWindows, min: 1)
        .As(windows => Kernel.OfficeHours.Of(windows.AsSpan()), Kernel.OfficeHours.Usual);

    /// <summary>A local date, or date and time to the minute: <c>2020-01-27T07:22</c>.</summary>
    public static Shape<LocalDateTime> Moment { get; } = Shapes
        .Text(
            16,
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$",
            "a date, or a date and time such as 2020-01-27T07:22")
        .As(ParseMoment, default);

    private static Outcome<DateTimeZone> ParseZone(string text) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is { } zone
        ? zone
        : new Refusal(RefusalKind.Invalid, "pack.unknown_zone", $"There is no time zone \"{Short.Of(text)}\".");

    private static OfficeWindow ParseWindow(string text) => text.Length == 11
        ? new(
            Minutes.Parse(text[..5]).Value, text[6..] == "24:00" ? LocalTime.Midnight : Minutes.Parse(text[6..]).Value)
        : default;

    private static Outcome<LocalDateTime> ParseMoment(string text)
    {
        var moment = text.Length == 10 ? LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day)
            ? day.AtMidnight() : (LocalDateTime?)null
            : DateMinutes.Parse(text).TryGetValue(default, out var minute) ? minute : null;
        return moment is { Year: >= 1900 and < 2200 } good
            ? good
            : new Refusal(
                RefusalKind.Invalid, "pack.bad_date", $"\"{Short.Of(text)}\" is no day of the calendar, 1900 to 2199.");
    }
}
