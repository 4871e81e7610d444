using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Governance;

/// <summary>Whether a class is of components (things that stand) or of events (things that happen); GB/T
/// 30428.2.</summary>
public enum CatalogueKind
{
    /// <summary>Something that stands: a cover, a lamp.</summary>
    Component,

    /// <summary>Something that happens: rubbish, parking.</summary>
    Event,
}

/// <summary>A class of street incidents with its filing standards: which one applies decides the limit.</summary>
public sealed record IncidentClass : ICaseSubject
{
    /// <summary>Name of the kind of subject.</summary>
    public const string SubjectKind = "incident";

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>Component or event.</summary>
    public required CatalogueKind Kind { get; init; }

    /// <summary>Class code: two digits of the class and two of the subclass.</summary>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public required Localized Name { get; init; }

    /// <summary>The group it is listed under.</summary>
    public required Localized Group { get; init; }

    /// <inheritdoc/>
    public required string Procedure { get; init; }

    /// <inheritdoc/>
    public required string? Function { get; init; }

    /// <inheritdoc/>
    public string? Agency => null;

    /// <inheritdoc/>
    public required ImmutableArray<Field> Form { get; init; }

    /// <summary>The filing standards; the first whose condition holds applies.</summary>
    public required ImmutableArray<FilingStandard> Standards { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<PaperRule> Papers { get; init; } = [];

    /// <inheritdoc/>
    public PlanNode? Plan => null;

    /// <inheritdoc/>
    public ImmutableDictionary<string, decimal> StageDays => ImmutableDictionary<string, decimal>.Empty;

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Params => ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc/>
    public string? NumberBase(CaseAgency agency) => null;

    /// <summary>The filing standard that applies; the last one when no condition holds.</summary>
    public FilingStandard Standard(Asked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Standard(asked.Holds);
    }

    /// <summary>The filing standard that applies; the last one when no condition holds.</summary>
    internal FilingStandard Standard(Func<CelText, bool> holds) =>
        Standards.FirstOrDefault(standard => holds(standard.When)) ?? Standards[^1];

    /// <inheritdoc/>
    public ImmutableDictionary<string, Limit> Limits(Asked asked) =>
        ImmutableDictionary<string, Limit>.Empty.Add("handling", Standard(asked).Limit);
}

/// <summary>A filing standard: when an incident is filed, when it may be closed, and how long handling may
/// take.</summary>
/// <param name="Id">Id within the class.</param>
/// <param name="When">CEL over the report: whether it applies.</param>
/// <param name="Filing">The filing condition.</param>
/// <param name="Closing">The closing condition.</param>
/// <param name="Limit">The limit of handling.</param>
/// <param name="Demo">Whether the limit is ours, from no source.</param>
public sealed record FilingStandard(
    string Id, CelText When, Localized Filing, Localized Closing, Limit Limit, bool Demo);
