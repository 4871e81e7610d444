using System.Collections.Immutable;

namespace Heluo.Kernel;

/// <summary>One marked day of a year in the fixed form of the command line and the API.</summary>
/// <param name="Date">The date.</param>
/// <param name="Weekday">Day of the week, 1 Monday to 7 Sunday.</param>
/// <param name="Kind"><c>holiday</c>, <c>make-up</c>, <c>closed</c> or <c>opened</c>.</param>
/// <param name="Name">Name of the holiday or closure.</param>
/// <param name="Source">Id of the notice or closure.</param>
public sealed record MarkedDayAnswer(string Date, int Weekday, string Kind, Localized? Name, string? Source);

/// <summary>A notice that the answer rests on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Published">When it was published, in local time.</param>
/// <param name="Approximate">Whether that day is a stand-in.</param>
/// <param name="Replaces">The notice that it replaced.</param>
/// <param name="Source">Its number and title.</param>
public sealed record NoticeAnswer(string Id, string Published, bool Approximate, string? Replaces, string? Source);

/// <summary>One year of the calendar in the fixed form of the command line and the API.</summary>
public sealed record YearAnswer
{
    /// <summary>Number of working days of the year.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Whether no notice was published for the year, so that the number is an estimate.</summary>
    public required bool Provisional { get; init; }

    /// <summary>Name of the calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>Last day with a published notice, as known then; null when there is none.</summary>
    public required string? Horizon { get; init; }

    /// <summary>The day of knowledge that was asked for; null for everything known.</summary>
    public string? AsOf { get; init; }

    /// <summary>The notices of the year that were known, in the order of publishing; replaced ones too.</summary>
    public required ImmutableArray<NoticeAnswer> Notices { get; init; }

    /// <summary>Days of the year off by a notice or closure, weekends within a holiday too.</summary>
    public required ImmutableArray<MarkedDayAnswer> DaysOff { get; init; }

    /// <summary>Rest days of the year that are worked.</summary>
    public required ImmutableArray<MarkedDayAnswer> MakeUpDays { get; init; }
}
