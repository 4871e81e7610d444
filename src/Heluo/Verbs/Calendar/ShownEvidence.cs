using System.Globalization;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Verbs.Calendar;

/// <summary>One day of the evidence of a due date, as it is shown.</summary>
internal sealed record ShownEvidence(ShownDay Day, string Use, int? Number, IReadOnlyList<string>? Spans)
{
    public static ShownEvidence Of(DayEvidence day, DateTimeZone zone) => new(
        ShownDay.Of(day.Day),
        day.Use == DayUse.NotCounted ? "not-counted" : day.Use.ToString().ToLowerInvariant(),
        day.Number == 0 ? null : day.Number,
        day.Spans.IsEmpty ? null : [.. day.Spans.Select(span => $"{Time(span.From, zone)}-{Time(span.To, zone)}")]);

    public override string ToString()
    {
        var counted = Number?.ToString(CultureInfo.InvariantCulture) ?? string.Join(' ', Spans ?? []);
        return $"{counted,4}  {Use,-11}  {Day}";
    }

    private static string Time(Instant moment, DateTimeZone zone) =>
        moment.InZone(zone).TimeOfDay.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
