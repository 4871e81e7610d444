using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Kernel;

/// <summary>One span of office time within a day, on the local clock.</summary>
/// <param name="Opens">First moment.</param>
/// <param name="Closes">Moment after the last; midnight means 24:00.</param>
public readonly record struct OfficeWindow(LocalTime Opens, LocalTime Closes) : IReadText<OfficeWindow>
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Length on a day whose clock is not put forward or back.</summary>
    public Duration Length => Duration.FromNanoseconds(EndNanosecond - Opens.NanosecondOfDay);

    /// <summary>Reads a window as packs write it, e.g. <c>08:00-12:00</c>; <c>00:00</c> and <c>24:00</c> at the end
    /// both mean
    /// the end of the day. Refuses <c>calendar.office_window</c>.</summary>
    public static Outcome<OfficeWindow> Read(ReadOnlySpan<char> text)
    {
        if (text.Length == 11 && text[5] == '-')
        {
            var end = text[6..] is "24:00" ? "00:00" : text[6..].ToString();
            if (Minutes.Parse(text[..5].ToString()).TryGetValue(default, out var opens)
                && Minutes.Parse(end).TryGetValue(default, out var closes))
            {
                return new OfficeWindow(opens, closes);
            }
        }

        return new Refusal(RefusalKind.Invalid, "calendar.office_window", "An office window is written 08:00-12:00.");
    }

    /// <summary>Reads a window that is known to be right.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static OfficeWindow Parse(ReadOnlySpan<char> text) => Texts.Parse<OfficeWindow>(text);

    /// <summary>The window as packs write it.</summary>
    public override string ToString() => $"{Minutes.Format(Opens)}-{Minutes.Format(Closes)}";

    internal long EndNanosecond =>
        Closes == LocalTime.Midnight ? NodaConstants.NanosecondsPerDay : Closes.NanosecondOfDay;

    internal LocalDateTime ClosesOn(LocalDate date) =>
        Closes == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + Closes;

}

/// <summary>The office hours of every working day: up to eight windows in order, not touching one another.</summary>
public sealed class OfficeHours
{
    /// <summary>Most windows in a day.</summary>
    public const int MaxWindows = 8;

    private OfficeHours(ImmutableArray<OfficeWindow> windows)
    {
        Windows = windows;
        Day = Duration.Zero;
        foreach (var window in windows)
        {
            Day += window.Length;
        }
    }

    /// <summary>08:00–12:00 and 14:00–18:00, unless the pack says otherwise.</summary>
    public static OfficeHours Usual { get; } = new(
    [
        new OfficeWindow(new LocalTime(8, 0), new LocalTime(12, 0)),
        new OfficeWindow(new LocalTime(14, 0), new LocalTime(18, 0)),
    ]);

    /// <summary>The windows in order.</summary>
    public ImmutableArray<OfficeWindow> Windows { get; }

    /// <summary>Office time of one ordinary day: the worth of one rolling <see cref="TimeUnit.WorkDay"/>.</summary>
    public Duration Day { get; }

    /// <summary>When the office closes for the day; midnight means 24:00.</summary>
    public LocalTime Closes => Windows[^1].Closes;

    /// <summary>Office hours from windows. Refuses <c>calendar.office_hours</c>.</summary>
    public static Outcome<OfficeHours> Of(params ReadOnlySpan<OfficeWindow> windows)
    {
        if (windows.Length is 0 or > MaxWindows)
        {
            return Refused;
        }

        var end = -1L;
        foreach (var window in windows)
        {
            if (window.Opens.NanosecondOfDay <= end || window.EndNanosecond <= window.Opens.NanosecondOfDay)
            {
                return Refused;
            }

            end = window.EndNanosecond;
        }

        return new OfficeHours([.. windows]);
    }

    private static Refusal Refused { get; } = new(
        RefusalKind.Invalid,
        "calendar.office_hours",
        "Office hours are one to eight windows, in order, none empty, apart from one another.");
}
