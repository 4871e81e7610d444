using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Terminal.Components.Clocks;

/// <summary>How a clock stands, shown as a word, a shape and a colour.</summary>
public enum Light
{
    /// <summary>In time.</summary>
    Green,

    /// <summary>Due soon.</summary>
    Yellow,

    /// <summary>Past its due moment.</summary>
    Red,

    /// <summary>Stopped for a reason the law names.</summary>
    Paused,

    /// <summary>Ended.</summary>
    Done,
}

/// <summary>One clock of a case with what proves it.</summary>
/// <param name="Name">What the clock is called, e.g. the promise.</param>
/// <param name="Light">How it stands.</param>
/// <param name="Limit">The limit in words, e.g. 8 working days.</param>
/// <param name="Due">The due moment in the city's zone; null while it is not running.</param>
public sealed record ClockView(string Name, Light Light, string Limit, LocalDateTime? Due)
{
    /// <summary>Whether only the day matters, not the hour.</summary>
    public bool WholeDays { get; init; } = true;

    /// <summary>What is left or how late it is, in words; null when it does not apply.</summary>
    public string? Left { get; init; }

    /// <summary>Whether the due moment lies past the published calendar and is an estimate.</summary>
    public bool Provisional { get; init; }

    /// <summary>The article the limit rests on, in words; null for a promise of our own.</summary>
    public string? Basis { get; init; }

    /// <summary>The evidence, day by day, oldest first.</summary>
    public ImmutableArray<DayEvidence> Days { get; init; } = [];

    /// <summary>The pauses, in words, one a line.</summary>
    public ImmutableArray<string> Pauses { get; init; } = [];
}
