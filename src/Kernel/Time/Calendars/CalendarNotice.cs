using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>One holiday of a notice: a span of days off, and the rest days worked to make up for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">First day off.</param>
/// <param name="To">Last day off, inclusive; at most 60 days after <paramref name="From"/>.</param>
public sealed record Holiday(Localized Name, LocalDate From, LocalDate To)
{
    /// <summary>Days that the week makes rest days but that are worked because of this holiday (make-up
    /// days).</summary>
    public ImmutableArray<LocalDate> Work { get; init; } = [];
}

/// <summary>
/// One published arrangement of a year's holidays. A year is covered by the calendar from the moment its first notice
/// is published; an amending notice names the one that it replaces, and both are kept, so that any day can be asked
/// what was known then.
/// </summary>
public sealed record CalendarNotice
{
    /// <summary>Stable id, unique in the calendar, e.g. <c>cn-2020-2</c>; evidence names it.</summary>
    public required string Id { get; init; }

    /// <summary>The year that it arranges (1900–2200). Its days may reach into the years beside it.</summary>
    public required int Year { get; init; }

    /// <summary>When it was published, on the local clock; midnight when only the date is known.</summary>
    public required LocalDateTime PublishedAt { get; init; }

    /// <summary>Whether the publishing date is a stand-in because no source gives the exact day.</summary>
    public bool Approximate { get; init; }

    /// <summary>Number and title of the notice, for the reader of evidence.</summary>
    public string? Source { get; init; }

    /// <summary>Id of the notice that this one replaces as a whole; null when it replaces none.</summary>
    public string? Replaces { get; init; }

    /// <summary>The holidays, at most 40.</summary>
    public ImmutableArray<Holiday> Holidays { get; init; } = [];
}
