using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Packs;

/// <summary>Shapes of zones, weekends and office hours.</summary>
internal static class TimeShapes
{
    /// <summary>A zone of the IANA data base: <c>Asia/Shanghai</c>.</summary>
    public static Shape<DateTimeZone> Zone { get; } = Shapes.Text(40).As(ParseZone, DateTimeZone.Utc);

    /// <summary>The rest days of a week, none to six.</summary>
    public static Shape<ImmutableArray<IsoDayOfWeek>> Weekend { get; } = Shapes.List(
        Shapes.OneOf([.. Enum.GetValues<IsoDayOfWeek>()
            .Where(day => day != IsoDayOfWeek.None)
            .Select(day => KeyValuePair.Create(Kebab.Of(day.ToString()), day))]),
        max: 6,
        by: day => day.ToString());

    /// <summary>Office hours of a working day, in order: <c>["08:00-12:00", "14:00-18:00"]</c>.</summary>
    public static Shape<ImmutableArray<OfficeSpan>> OfficeHours { get; } = Shapes.List(
        Shapes.Text(11, "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]$", "hours such as 08:00-12:00")
            .As(ParseSpan, default),
        max: 8,
        min: 1);

    private static Outcome<DateTimeZone> ParseZone(string text) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is { } zone
        ? zone
        : new Refusal(RefusalKind.Invalid, "pack.unknown_zone", $"There is no time zone \"{Short.Of(text)}\".");

    private static Outcome<OfficeSpan> ParseSpan(string text)
    {
        var times = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
        var opens = times.Parse(text[..5]);
        var closes = text[6..] == "24:00" ? ParseResult<LocalTime>.ForValue(LocalTime.Midnight) : times.Parse(text[6..]);
        if (!opens.Success || !closes.Success || (closes.Value <= opens.Value && closes.Value != LocalTime.Midnight))
        {
            return new Refusal(RefusalKind.Invalid, "pack.bad_hours", $"\"{text}\" does not end after it begins.");
        }

        return new OfficeSpan(opens.Value, closes.Value);
    }
}
