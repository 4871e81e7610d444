using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>A case as lists show it. Holds nothing personal.</summary>
/// <param name="Key">Key of its stream.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Procedure">The procedure.</param>
/// <param name="Stage">The stage it stands in.</param>
/// <param name="Area">Its division.</param>
/// <param name="Agency">The agency responsible.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="End">How it ended; null while it lives.</param>
public sealed record CaseRow(
    string Key,
    string Number,
    Localized Title,
    SubjectRef Subject,
    string Procedure,
    string Stage,
    string Area,
    string Agency,
    Instant OpenedAt,
    string? End)
{
    /// <summary>The clock that colours it; null when none runs.</summary>
    public CaseClock? Light { get; init; }

    /// <summary>The name of its stage, in the procedure it began under.</summary>
    public Localized? StageName { get; init; }

    /// <summary>How long before its due moment its light turns yellow, in the procedure it began under.</summary>
    public Limit? Warn { get; init; }

    /// <summary>The desks it lies on: one, or one for each open step of a plan.</summary>
    public ImmutableArray<DeskPlace> Desks { get; init; } = [];

    /// <summary>Its parties.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>What orders it in a list: the moment its light is due; far away when it has none.</summary>
    public Instant DueAt { get; init; }
}

/// <summary>One desk a case lies on.</summary>
/// <param name="Role">The role that works it.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Step">The open step; null: the stage itself.</param>
/// <param name="Assignee">The officer it is assigned to, if to one.</param>
public sealed record DeskPlace(string Role, string Agency, string? Step, string? Assignee);
