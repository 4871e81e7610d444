using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>What operators have said about the clock of the house.</summary>
public sealed record HouseClock : IState<HouseClock>
{
    /// <summary>Key of its one stream.</summary>
    public const string Key = "house";

    /// <inheritdoc/>
    public static string Family => "clock";

    /// <summary>When the time was last confirmed, by the clock that was confirmed; null: never.</summary>
    public Instant? ConfirmedAt { get; init; }

    /// <summary>Who confirmed it.</summary>
    public string? By { get; init; }

    /// <inheritdoc/>
    public string? Shelf => null;

    /// <inheritdoc/>
    public static HouseClock Start(string key) => new();

    /// <inheritdoc/>
    public HouseClock Apply(IFact fact, Stamp stamp) => fact is ClockConfirmed
        ? new() { ConfirmedAt = stamp.At, By = stamp.Actor }
        : this;
}

/// <summary>An operator said that the clock of the house is right, though it was in doubt.</summary>
/// <param name="Reason">Why it had been in doubt.</param>
public sealed record ClockConfirmed(DoubtReason Reason) : IFact;
