using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>
/// What a case can be about: a definition of a pack that says which procedure conducts it. Other rooms bring the kinds
/// of
/// subjects; the engine knows none of them.
/// </summary>
public interface ICaseSubject
{
    /// <summary>Its id within its kind.</summary>
    string Id { get; }

    /// <summary>Its version.</summary>
    int Version { get; }

    /// <summary>Its name, which becomes the title of the case.</summary>
    Localized Name { get; }

    /// <summary>The procedure that conducts its cases.</summary>
    string Procedure { get; }

    /// <summary>The function of the agency responsible; null when <see cref="Agency"/> names it.</summary>
    string? Function { get; }

    /// <summary>The one agency responsible, wherever the matter lies; null when found by function and place.</summary>
    string? Agency { get; }

    /// <summary>The questions asked when a case is opened.</summary>
    ImmutableArray<Field> Form { get; }

    /// <summary>The papers that may be demanded.</summary>
    ImmutableArray<PaperRule> Papers { get; }

    /// <summary>The plan worked in the stage of the procedure that has one; null: nothing to work.</summary>
    PlanNode? Plan { get; }

    /// <summary>Planned working days of the procedure's fixed stages, by stage id.</summary>
    ImmutableDictionary<string, decimal> StageDays { get; }

    /// <summary>The front part of a service case number at an agency (31 characters); null for prefixed
    /// numbers.</summary>
    string? NumberBase(CaseAgency agency);

    /// <summary>The limits the procedure's params ask for, given the answers.</summary>
    ImmutableDictionary<string, Limit> Limits(Asked asked);

    /// <summary>The other params the procedure asks for.</summary>
    ImmutableDictionary<string, string> Params { get; }
}

/// <summary>A paper a subject may demand.</summary>
/// <param name="Id">Id within the subject.</param>
/// <param name="Name">Its name.</param>
/// <param name="When">CEL over the answers; null: always.</param>
/// <param name="Required">Whether a case is incomplete without it.</param>
/// <param name="Accepts">File kinds taken, e.g. <c>pdf</c>.</param>
public sealed record PaperRule(
    string Id, Localized Name, CelText? When, bool Required, ImmutableArray<string> Accepts);

/// <summary>Names a subject: kind (the pack folder), id and version.</summary>
public sealed record SubjectRef(string Kind, string Id, int Version);

/// <summary>What a subject may know of the agency responsible.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreditCode">Its unified social credit code.</param>
public sealed record CaseAgency(string Id, string CreditCode);
