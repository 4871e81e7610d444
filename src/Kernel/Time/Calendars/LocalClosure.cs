using NodaTime;

namespace Heluo.Kernel;

/// <summary>What a local closure does to its days.</summary>
public enum ClosureEffect
{
    /// <summary>The days are not worked: flood, epidemic, a town's own holiday.</summary>
    Off,

    /// <summary>The days are worked though they would be rest days.</summary>
    Working,

    /// <summary>Nothing: it only withdraws the closure that it replaces.</summary>
    Withdrawn,
}

/// <summary>
/// A local exception laid over the calendar for an area, an agency, or both. Where it applies it wins over every
/// notice; among closures the one published last wins.
/// </summary>
public sealed record LocalClosure
{
    /// <summary>Stable id, unique among notices and closures; evidence names it.</summary>
    public required string Id { get; init; }

    /// <summary>Why, in both languages.</summary>
    public required Localized Name { get; init; }

    /// <summary>Division code prefix of the area; empty means everywhere.</summary>
    public string Area { get; init; } = "";

    /// <summary>Agency code; null means every agency.</summary>
    public string? Agency { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Last day, inclusive; at most 366 days after <see cref="From"/>.</summary>
    public required LocalDate To { get; init; }

    /// <summary>What happens to the days.</summary>
    public ClosureEffect Effect { get; init; }

    /// <summary>When it was published, on the local clock.</summary>
    public required LocalDateTime PublishedAt { get; init; }

    /// <summary>Id of the closure that this one replaces or withdraws; null when none.</summary>
    public string? Replaces { get; init; }

    /// <summary>The order or law it rests on.</summary>
    public string? Law { get; init; }

    internal bool Reaches(string? area, string? agency) =>
        (Area.Length == 0 || (area is not null && area.StartsWith(Area, StringComparison.Ordinal)))
        && (Agency is null || string.Equals(Agency, agency, StringComparison.Ordinal));
}
