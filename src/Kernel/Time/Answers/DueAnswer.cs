using System.Collections.Immutable;

namespace Heluo.Kernel;

/// <summary>The calendar's answer in the fixed form of the command line and the API.</summary>
public sealed record DueAnswer
{
    /// <summary>The due date (<c>2021-02-19</c>), or for rolling units the local time
    /// (<c>2026-02-14T11:30</c>).</summary>
    public required string Due { get; init; }

    /// <summary>Whether it is an estimate because no notice was published for a year that the count touches.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The start as it was asked.</summary>
    public required string Start { get; init; }

    /// <summary>The amount as it was asked.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The unit by its written name.</summary>
    public required string Unit { get; init; }

    /// <summary>The moment the limit runs out, with offset; for whole days 24:00 of the due date.</summary>
    public required string At { get; init; }

    /// <summary>Name of the calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>The zone of local times.</summary>
    public required string Zone { get; init; }

    /// <summary>Last day with a published notice, as known then; null when there is none.</summary>
    public required string? Horizon { get; init; }

    /// <summary>The day of knowledge that was asked for; null for everything known.</summary>
    public string? AsOf { get; init; }

    /// <summary>The area that was asked for.</summary>
    public string? Area { get; init; }

    /// <summary>The agency that was asked for.</summary>
    public string? Agency { get; init; }

    /// <summary>The proof, day by day; null unless asked for.</summary>
    public ImmutableArray<EvidenceAnswer>? Evidence { get; init; }

    internal static DueAnswer Of(
        DueQuestion question, WorkCalendar calendar, DueDate due, ImmutableArray<DayEvidence>? evidence) => new()
        {
            Due = due.Unit.IsWholeDays() ? LocalTexts.Write(due.Date) : LocalTexts.Write(due.At, calendar.Zone),
            Provisional = due.Provisional,
            Start = question.Start,
            Amount = question.Amount,
            Unit = question.Unit,
            At = LocalTexts.WriteWithOffset(due.At, calendar.Zone),
            Calendar = calendar.Name,
            Zone = calendar.Zone.Id,
            Horizon = calendar.Horizon is { } last ? LocalTexts.Write(last) : null,
            AsOf = question.AsOf,
            Area = question.Area,
            Agency = question.Agency,
            Evidence = evidence is { } days ? [.. days.Select(day => EvidenceAnswer.Of(day, calendar.Zone))] : null,
        };
}
