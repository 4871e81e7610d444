using NodaTime;

namespace Heluo.Kernel;

/// <summary>Finds the faults of a clock. Without faults it allocates nothing.</summary>
internal static class LimitChecks
{
    private static readonly Instant Earliest = Instant.FromUtc(CalendarChecks.FirstYear, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(CalendarChecks.LastYear, 12, 31, 0, 0);

    public static Fault? First(LimitClock clock)
    {
        List<Fault>? faults = null;
        Find(clock, ref faults);
        return faults?[0];
    }

    public static IReadOnlyList<Fault> Faults(LimitClock clock)
    {
        List<Fault>? faults = null;
        Find(clock, ref faults);
        return faults ?? [];
    }

    private static void Find(LimitClock clock, ref List<Fault>? faults)
    {
        Add(clock.Limit.Check(), ref faults);
        if (!Within(clock.Start) || (clock.End is { } end && !Within(end)))
        {
            Add(new Fault("start", "limit.range", "A clock starts and ends between 1900 and 2200."), ref faults);
        }

        if (clock.Pauses.Length > LimitClock.MaxPauses || clock.Extensions.Length > LimitClock.MaxExtensions)
        {
            Add(new Fault("", "limit.too_many", "Too many pauses or extensions."), ref faults);
            return;
        }

        foreach (var extension in clock.Extensions)
        {
            Add(extension.Check("extensions"), ref faults);
            if (Enum.IsDefined(extension.Unit) && Enum.IsDefined(clock.Limit.Unit)
                && extension.Unit.Family() != clock.Limit.Unit.Family())
            {
                Add(new Fault("extensions", "limit.family", $"{extension} cannot extend {clock.Limit}."), ref faults);
            }
        }

        foreach (var pause in clock.Pauses)
        {
            Pause(pause, ref faults);
        }
    }

    private static void Pause(Pause pause, ref List<Fault>? faults)
    {
        if (!Within(pause.From) || (pause.To is { } to && !Within(to)))
        {
            Add(new Fault("pauses", "limit.range", "A pause lies between 1900 and 2200."), ref faults);
        }
        else if (pause.To < pause.From)
        {
            Add(new Fault("pauses", "pause.ends_before", "A pause ends before it begins."), ref faults);
        }

        Add(pause.Cap?.Check("pauses.cap"), ref faults);
    }

    private static bool Within(Instant moment) => moment >= Earliest && moment <= Latest;

    private static void Add(Fault? fault, ref List<Fault>? faults)
    {
        if (fault is not null)
        {
            (faults ??= []).Add(fault);
        }
    }
}
