using NodaTime;

namespace Heluo.Kernel;

/// <summary>What sort of day a date is.</summary>
public enum DayKind
{
    /// <summary>An ordinary working day of the week.</summary>
    Working,

    /// <summary>An ordinary rest day of the week.</summary>
    Rest,

    /// <summary>Off by a published notice.</summary>
    Holiday,

    /// <summary>A rest day of the week that a notice makes a working day.</summary>
    MakeUp,

    /// <summary>Off by a local closure.</summary>
    Closed,

    /// <summary>Worked by a local order.</summary>
    Opened,
}

/// <summary>One date as the calendar sees it, with the reason.</summary>
/// <param name="Date">The date.</param>
/// <param name="Kind">What sort of day.</param>
/// <param name="Source">Id of the notice or closure that says so; null when the week says so.</param>
/// <param name="Name">Name of the holiday or closure; null when the week says so.</param>
/// <param name="Provisional">No notice was published for this year: the week's rule is an estimate.</param>
public sealed record DayFact(LocalDate Date, DayKind Kind, string? Source, Localized? Name, bool Provisional)
{
    /// <summary>Whether the day is worked.</summary>
    public bool IsWorking => Kind is DayKind.Working or DayKind.MakeUp or DayKind.Opened;
}
