using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>A case was opened.</summary>
public sealed record CaseOpened : IFact
{
    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>The procedure.</summary>
    public required string Procedure { get; init; }

    /// <summary>The version of the procedure.</summary>
    public required int ProcedureVersion { get; init; }

    /// <summary>Hash of the pack.</summary>
    public required string Pack { get; init; }

    /// <summary>What it is about.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>Its title by language.</summary>
    public required Localized Title { get; init; }

    /// <summary>The division it lies in.</summary>
    public required string Area { get; init; }

    /// <summary>The agency responsible.</summary>
    public required string Agency { get; init; }

    /// <summary>Party → actor.</summary>
    public required ImmutableDictionary<string, string> Parties { get; init; }

    /// <summary>How it came.</summary>
    public required string Channel { get; init; }

    /// <summary>The values frozen at opening.</summary>
    public required ImmutableDictionary<string, string> Params { get; init; }

    /// <summary>The limits frozen at opening.</summary>
    public required ImmutableDictionary<string, Limit> Limits { get; init; }

    /// <summary>The answers that are not personal.</summary>
    public required ImmutableDictionary<string, JsonElement> Answers { get; init; }

    /// <summary>The personal answers, sealed, by purpose.</summary>
    [PersonalByPack]
    public required ImmutableDictionary<string, Sealed> Personal { get; init; }

    /// <summary>The papers given.</summary>
    public required ImmutableArray<Paper> Papers { get; init; }

    /// <summary>What became true by opening.</summary>
    public required Results Results { get; init; }
}

/// <summary>An act was performed on a case.</summary>
public sealed record ActPerformed : IFact
{
    /// <summary>The act.</summary>
    public required string Act { get; init; }

    /// <summary>The step of the plan it ended, if on one.</summary>
    public string? Step { get; init; }

    /// <summary>What was told with it, without what is personal.</summary>
    public ImmutableDictionary<string, JsonElement> Told { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>What personal was told with it, sealed, by purpose.</summary>
    [PersonalByPack]
    public ImmutableDictionary<string, Sealed> Personal { get; init; } = ImmutableDictionary<string, Sealed>.Empty;

    /// <summary>Answers of the case that it changed; null: one that is no longer asked.</summary>
    public ImmutableDictionary<string, JsonElement> Answers { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Papers that came with it.</summary>
    public ImmutableArray<Paper> Papers { get; init; } = [];

    /// <summary>The legal moment, when it is not the moment it was recorded: a timer's due moment.</summary>
    public Instant? LegalAt { get; init; }

    /// <summary>On whose behalf the actor stood, if on another's.</summary>
    public string? For { get; init; }

    /// <summary>What became true.</summary>
    public required Results Results { get; init; }
}

/// <summary>What an opening or an act made true, computed when it was decided. Facts carry results.</summary>
public sealed record Results
{
    /// <summary>The stage the case stands in from now; null: as before.</summary>
    public string? Stage { get; init; }

    /// <summary>The role or party whose turn it is in that stage.</summary>
    public string? Desk { get; init; }

    /// <summary>The clock that colours it in that stage.</summary>
    public string? Light { get; init; }

    /// <summary>How the case ended by it.</summary>
    public string? End { get; init; }

    /// <summary>The clocks that changed, as they stand after it.</summary>
    public ImmutableArray<CaseClock> Clocks { get; init; } = [];

    /// <summary>The plan that began with it.</summary>
    public ImmutableArray<PlannedStep> Plan { get; init; } = [];

    /// <summary>The documents issued.</summary>
    public ImmutableArray<IssuedDocument> Documents { get; init; } = [];

    /// <summary>Marks set.</summary>
    public ImmutableDictionary<string, JsonElement> Marks { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Who is told what.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The agency the case was handed to.</summary>
    public string? Agency { get; init; }

    /// <summary>The officer the case was handed to.</summary>
    public string? Assignee { get; init; }
}

/// <summary>A case, or one step of its plan, was handed to an officer, or back to everybody at the desk.</summary>
/// <param name="Step">The step; null: the case.</param>
/// <param name="Officer">The officer; null: nobody in particular.</param>
/// <param name="Reason">Why, as told.</param>
public sealed record CaseAssigned(string? Step, string? Officer, string? Reason) : IFact;

/// <summary>A case was linked with another.</summary>
/// <param name="Number">Number of the other.</param>
/// <param name="Why">What the other is to it, e.g. <c>opened-from</c>.</param>
public sealed record CaseLinked(string Number, string Why) : IFact;
