using NodaTime;

namespace Heluo.Kernel;

/// <summary>
/// The days on which a law, limit, rule, division or fee is in force: from a first day, to an exclusive end (the day
/// from
/// which it no longer holds), or without end.
/// </summary>
/// <param name="From">The first day in force.</param>
/// <param name="To">The first day no longer in force; null without end.</param>
public readonly record struct EffectivePeriod(LocalDate From, LocalDate? To = null)
{
    /// <summary>In force on every day there is.</summary>
    public static EffectivePeriod Always { get; } = new(LocalDate.MinIsoValue);

    /// <summary>Whether it is in force on a day.</summary>
    public bool Contains(LocalDate day) => day >= From && (To is not { } end || day < end);

    /// <summary>Whether some day lies in both.</summary>
    public bool Overlaps(EffectivePeriod other) =>
        (other.To is not { } otherEnd || From < otherEnd) && (To is not { } end || other.From < end);

    /// <inheritdoc/>
    public override string ToString() => To is { } end ? $"{From:R} to {end:R} (exclusive)" : $"from {From:R}";
}
