using NodaTime;

namespace Heluo.Kernel;

/// <summary>At which moment of its last day a limit of whole days runs out.</summary>
public enum DueMoment
{
    /// <summary>At 24:00, the default for decisions.</summary>
    EndOfDay,

    /// <summary>When the office closes, for acts at a window.</summary>
    ClosingTime,
}

/// <summary>How working days are counted from a start on a rest day.</summary>
public enum RestDayStart
{
    /// <summary>The next working day is day 1.</summary>
    CountsFromNextWorkingDay,

    /// <summary>The start is taken as made on the next working day, which itself counts only when start days
    /// count.</summary>
    MovesToNextWorkingDay,
}

/// <summary>Whether a pause begun and ended on one working day excludes that day.</summary>
public enum SameDayPause
{
    /// <summary>As any other first day of a pause: when stopped before <see
    /// cref="CountingRules.PausedBefore"/>.</summary>
    AsFirstDay,

    /// <summary>Never.</summary>
    Never,

    /// <summary>Always.</summary>
    Always,
}

/// <summary>The parameters by which whole days are counted, where laws and practice differ.</summary>
public sealed record CountingRules
{
    /// <summary>The default of every parameter.</summary>
    public static CountingRules Usual { get; } = new();

    /// <summary>Whether the day of the start counts as day 1; by default day 1 is the next day.</summary>
    public bool CountStartDay { get; init; }

    /// <summary>The moment of the last day at which the limit runs out; by default 24:00.</summary>
    public DueMoment DueMoment { get; init; }

    /// <summary>What a start on a rest day means for working days; by default the next working day is day 1.</summary>
    public RestDayStart RestDayStart { get; init; }

    /// <summary>The first day of a pause is excluded when the clock stopped before this time of day (default 12:00);
    /// null never excludes it. Days strictly inside a pause are always excluded, its last day never.</summary>
    public LocalTime? PausedBefore { get; init; } = LocalTime.Noon;

    /// <summary>Whether a pause within one day excludes the day.</summary>
    public SameDayPause SameDayPause { get; init; }

    /// <summary>Whether a limit of calendar days that ends on a rest day ends on the next working day (Civil Code,
    /// art. 203); by default yes.</summary>
    public bool RollToWorkingDay { get; init; } = true;
}
