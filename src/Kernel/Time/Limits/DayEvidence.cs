using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>What a day does in the count of a limit.</summary>
public enum DayUse
{
    /// <summary>The day of the start, which does not count.</summary>
    Start,

    /// <summary>It counts, or time of it counts.</summary>
    Counted,

    /// <summary>It does not count because it is a rest day, or because no office time of it lies within the
    /// count.</summary>
    NotCounted,

    /// <summary>It does not count because the clock stood.</summary>
    Paused,

    /// <summary>The count was over, but its last day was a rest day, so the end moved on.</summary>
    Moved,
}

/// <summary>A stretch of a day that counts.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
public readonly record struct CountedSpan(Instant From, Instant To);

/// <summary>One day of the proof of a due date.</summary>
/// <param name="Day">The date, its kind, and the notice or closure that makes it so.</param>
/// <param name="Use">What it does in the count.</param>
/// <param name="Number">Its number when a whole day counts, from 1; else 0.</param>
/// <param name="Pause">The pause that touches the day; null when none does.</param>
public sealed record DayEvidence(DayFact Day, DayUse Use, int Number, Pause? Pause)
{
    /// <summary>Most days of one proof; a longer one is cut there.</summary>
    public const int MaxDays = 20_000;

    /// <summary>For rolling limits, the stretches of the day that count; empty for whole days.</summary>
    public ImmutableArray<CountedSpan> Spans { get; init; } = [];

    /// <summary>For rolling limits, the time counted up to the end of this day.</summary>
    public Duration Total { get; init; }
}
