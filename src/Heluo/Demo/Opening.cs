using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Demo;

/// <summary>A demo's folder opened: the clock it lives by, and until when its life is still to be made.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Until">When the made life ends and the visitor's begins; null when it was made before.</param>
internal sealed record Opening(DemoClock Clock, Instant? Until)
{
    private const string Store = "heluo.db";

    private const int EarliestYear = 1901; // a demo's life begins some weeks before
    private const int LatestYear = 2199;

    private static readonly LocalDateTimePattern[] Forms =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];

    /// <summary>
    /// Opens the folder. A new one, or one whose making was cut off, begins some days before the named time. Refuses
    /// <c>demo.time</c>, <c>demo.time_backwards</c>, <c>demo.clock_file</c>, <c>demo.not_a_demo</c>, <c>demo.open</c>.
    /// </summary>
    /// <param name="data">Folder of the demo.</param>
    /// <param name="at">A date or date and time in <paramref name="zone"/>; null keeps the time as it was left.</param>
    /// <param name="days">How many days a new city has lived.</param>
    /// <param name="zone">The city's zone.</param>
    /// <param name="machine">The machine's clock.</param>
    public static Outcome<Opening> Open(string data, string? at, int days, DateTimeZone zone, TimeProvider machine)
    {
        Instant? wanted = null;
        if (at is not null && (wanted = Parse(at, zone)) is null)
        {
            return DemoRefusals.Time;
        }

        if (ClockFile.Stands(data) && !ClockFile.IsMaking(data))
        {
            return Again(data, wanted, machine);
        }

        if (!ClockFile.Stands(data) && File.Exists(Path.Combine(data, Store)))
        {
            return DemoRefusals.NotADemo(data);
        }

        if (ClockFile.IsMaking(data) && Emptying.Empty(data) is { } refusal)
        {
            return refusal;
        }

        ClockFile.Begin(data);
        var until = wanted ?? machine.Now();
        return new Opening(
            new DemoClock(machine, (until - machine.Now()).ToTimeSpan() - TimeSpan.FromDays(days)), until);
    }

    /// <summary>A date or date and time of the zone, written as in ISO 8601; null when it is neither, or so far off
    /// that no calendar is asked about it.</summary>
    public static Instant? Parse(string text, DateTimeZone zone) => Forms
        .Select(form => form.Parse(text))
        .Where(parsed => parsed.Success && parsed.Value.Year is >= EarliestYear and <= LatestYear)
        .Select(parsed => (Instant?)parsed.Value.InZoneLeniently(zone).ToInstant())
        .FirstOrDefault();

    private static Outcome<Opening> Again(string data, Instant? wanted, TimeProvider machine)
    {
        if (!ClockFile.Read(data).TryGet(out var offset, out var refusal))
        {
            return refusal;
        }

        var clock = new DemoClock(machine, offset) { Keep = moved => ClockFile.Keep(data, moved) };
        return wanted is { } target && clock.MoveTo(target).Refusal is { } wrong ? wrong
            : new Opening(clock, Until: null);
    }
}
