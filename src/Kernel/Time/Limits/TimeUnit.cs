using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>The unit of a legal or promised limit. Two calculators serve them: whole days, and rolling time.</summary>
[JsonConverter(typeof(TimeUnitConverter))]
public enum TimeUnit
{
    /// <summary>Whole working days, due at the end of the last (Administrative Licensing Law, art. 82).</summary>
    WorkingDay,

    /// <summary>Whole days of the calendar, due at the end of the last.</summary>
    CalendarDay,

    /// <summary>Continuous hours, nights and rest days included, of a legal limit.</summary>
    CalendarHour,

    /// <summary>Continuous hours, nights and rest days included, of city management.</summary>
    UrgentHour,

    /// <summary>Hours of office time on working days.</summary>
    WorkHour,

    /// <summary>One office day's worth of hours of office time, rolling from the minute of the start.</summary>
    WorkDay,

    /// <summary>Continuous spans of 24 hours.</summary>
    NaturalDay,
}

/// <summary>How a unit is counted; units of one family add up.</summary>
public enum TimeFamily
{
    /// <summary>Whole working days.</summary>
    WorkingDays,

    /// <summary>Whole calendar days.</summary>
    CalendarDays,

    /// <summary>Continuous time.</summary>
    Continuous,

    /// <summary>Office time.</summary>
    Office,
}

/// <summary>Names and families of the units.</summary>
public static class TimeUnits
{
    private static readonly (string Name, TimeUnit Unit, TimeFamily Family)[] All =
    [
        ("working-day", TimeUnit.WorkingDay, TimeFamily.WorkingDays),
        ("calendar-day", TimeUnit.CalendarDay, TimeFamily.CalendarDays),
        ("calendar-hour", TimeUnit.CalendarHour, TimeFamily.Continuous),
        ("urgent-hour", TimeUnit.UrgentHour, TimeFamily.Continuous),
        ("work-hour", TimeUnit.WorkHour, TimeFamily.Office),
        ("work-day", TimeUnit.WorkDay, TimeFamily.Office),
        ("natural-day", TimeUnit.NaturalDay, TimeFamily.Continuous),
    ];

    /// <summary>Every name, as packs, the API and the command line write it.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(u => u.Name)];

    /// <summary>The written name, e.g. <c>working-day</c>.</summary>
    public static string Name(this TimeUnit unit) => All[(int)unit].Name;

    /// <summary>How the unit is counted.</summary>
    public static TimeFamily Family(this TimeUnit unit) => All[(int)unit].Family;

    /// <summary>Whether whole days are counted, due at the end of the last; otherwise time rolls from the
    /// start.</summary>
    public static bool IsWholeDays(this TimeUnit unit) => unit is TimeUnit.WorkingDay or TimeUnit.CalendarDay;

    /// <summary>The unit of a written name.</summary>
    public static bool TryParse(string? name, out TimeUnit unit)
    {
        foreach (var known in All)
        {
            if (string.Equals(known.Name, name, StringComparison.Ordinal))
            {
                unit = known.Unit;
                return true;
            }
        }

        unit = default;
        return false;
    }
}

/// <summary>Writes a unit by its name.</summary>
internal sealed class TimeUnitConverter : JsonConverter<TimeUnit>
{
    public override TimeUnit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TimeUnits.TryParse(reader.GetString(), out var unit)
            ? unit
            : throw new JsonException($"A time unit is one of {string.Join(", ", TimeUnits.Names)}.");

    public override void Write(Utf8JsonWriter writer, TimeUnit value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name());
}
