using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>Everything a <see cref="WorkCalendar"/> is built from, as packs write it. No two ids may be the
/// same.</summary>
public sealed record CalendarData
{
    /// <summary>Most notices of a calendar.</summary>
    public const int MaxNotices = 1_000;

    /// <summary>Most local closures of a calendar.</summary>
    public const int MaxClosures = 10_000;

    /// <summary>Name of the calendar, e.g. <c>cn</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The zone whose clock the offices keep; the pack names it.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The rest days of the week, fewer than seven; by default Saturday and Sunday.</summary>
    public ImmutableArray<IsoDayOfWeek> Weekend { get; init; } = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>The office hours of a working day.</summary>
    public OfficeHours OfficeHours { get; init; } = OfficeHours.Usual;

    /// <summary>Every notice ever published, amended ones too, in any order.</summary>
    public ImmutableArray<CalendarNotice> Notices { get; init; } = [];

    /// <summary>Every local closure ever published, in any order.</summary>
    public ImmutableArray<LocalClosure> Closures { get; init; } = [];
}
