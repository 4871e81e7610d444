using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Demo;

/// <summary>Opens the data folder of a demo: empties it when asked, and finds the time the city lives in.</summary>
internal static class Opening
{
    private static readonly LocalDateTimePattern[] Forms =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];

    /// <summary>
    /// The clock of the demo: as it was left, or at a named time, which may not lie before it.
    /// Refuses <c>demo.time</c>, <c>demo.time_backwards</c>, <c>demo.clock_file</c>.
    /// </summary>
    /// <param name="data">Folder of the demo.</param>
    /// <param name="at">A date or date and time in <paramref name="zone"/>; null keeps the time as it was left.</param>
    /// <param name="zone">The city's zone.</param>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="past">How long before that time it begins, when the city is still to live up to it.</param>
    public static Outcome<DemoClock> Clock(string data, string? at, DateTimeZone zone, TimeProvider machine, Duration past = default)
    {
        if (!ClockFile.Read(data).TryGet(out var kept, out var refusal))
        {
            return refusal;
        }

        var offset = kept ?? TimeSpan.Zero;
        if (at is not null)
        {
            if (Parse(at, zone) is not { } target)
            {
                return DemoRefusals.Time;
            }

            var wanted = (target - machine.Now()).ToTimeSpan();
            if (kept is not null && wanted < offset)
            {
                return DemoRefusals.Backwards;
            }

            offset = wanted;
        }

        offset -= past.ToTimeSpan();
        ClockFile.Write(data, offset);
        return new DemoClock(machine, offset, moved => ClockFile.Write(data, moved));
    }

    /// <summary>A date or date and time of the zone, written as in ISO 8601; null when it is neither.</summary>
    public static Instant? Parse(string text, DateTimeZone zone) => Forms
        .Select(form => form.Parse(text))
        .Where(parsed => parsed.Success)
        .Select(parsed => (Instant?)parsed.Value.InZoneLeniently(zone).ToInstant())
        .FirstOrDefault();
}
