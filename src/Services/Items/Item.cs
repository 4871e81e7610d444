using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>Types of service items that are handled on application (national list of item types).</summary>
public enum ItemType
{
    /// <summary>Administrative licence (01).</summary>
    Licence,

    /// <summary>Administrative levy (04).</summary>
    Levy,

    /// <summary>Administrative benefit (05).</summary>
    Benefit,

    /// <summary>Administrative confirmation (07).</summary>
    Confirmation,

    /// <summary>Administrative award (08).</summary>
    Award,

    /// <summary>Administrative ruling (09).</summary>
    Ruling,

    /// <summary>Other administrative power (10).</summary>
    OtherPower,

    /// <summary>Public service (20).</summary>
    PublicService,
}

/// <summary>How a case is promised.</summary>
public enum ItemKindOfCase
{
    /// <summary>Decided within a promised limit.</summary>
    Promised,

    /// <summary>Decided on the spot.</summary>
    Instant,
}

/// <summary>Whom an item serves.</summary>
public enum Audience
{
    /// <summary>Natural persons.</summary>
    Person,

    /// <summary>Legal persons.</summary>
    LegalPerson,
}

/// <summary>How deep an item reaches online.</summary>
public enum OnlineDepth
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Only to look up.</summary>
    Consult,

    /// <summary>The application can be sent.</summary>
    Apply,

    /// <summary>Accepted or refused online.</summary>
    Accept,

    /// <summary>From application to result.</summary>
    Full,
}

/// <summary>What an item gives in the end.</summary>
public enum ResultKind
{
    /// <summary>Nothing but the decision.</summary>
    None,

    /// <summary>A certificate.</summary>
    Certificate,

    /// <summary>An approval.</summary>
    Approval,

    /// <summary>Another document.</summary>
    Document,
}

/// <summary>At which level an item is exercised; the digit of the implementation code.</summary>
public enum ExerciseLevel
{
    /// <summary>National.</summary>
    National = 1,

    /// <summary>Provincial.</summary>
    Province = 2,

    /// <summary>City.</summary>
    City = 3,

    /// <summary>County or district.</summary>
    County = 4,

    /// <summary>Township or subdistrict.</summary>
    Township = 5,

    /// <summary>Village or community.</summary>
    Village = 6,
}

/// <summary>A service item as one agency or one kind of agency does it: the whole guide, and what conducts its
/// cases. Fields follow the implementation list of GB/T 39554.</summary>
public sealed record Item : ICaseSubject
{
    /// <summary>Name of the kind of subject.</summary>
    public const string SubjectKind = "item";

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>When this version is in force.</summary>
    public required EffectivePeriod Effective { get; init; }

    /// <inheritdoc/>
    public required Localized Name { get; init; }

    /// <summary>Everyday words people search by, by language.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> Aliases { get; init; }

    /// <summary>Its type.</summary>
    public required ItemType Type { get; init; }

    /// <summary>How a case is promised.</summary>
    public required ItemKindOfCase Kind { get; init; }

    /// <summary>Whom it serves.</summary>
    public required ImmutableArray<Audience> Audience { get; init; }

    /// <summary>The theme it is listed under.</summary>
    public required Localized Theme { get; init; }

    /// <inheritdoc/>
    public string? Function { get; init; }

    /// <inheritdoc/>
    public string? Agency { get; init; }

    /// <summary>At which level it is exercised.</summary>
    public required ExerciseLevel Level { get; init; }

    /// <summary>The 12 characters of the basic catalogue.</summary>
    public required string BasicCode { get; init; }

    /// <summary>The scheme its codes follow; <c>national</c> gives 31-character implementation codes.</summary>
    public required string CodeScheme { get; init; }

    /// <inheritdoc/>
    public required string Procedure { get; init; }

    /// <summary>The limit of the law.</summary>
    public required Limit Law { get; init; }

    /// <summary>The limit promised.</summary>
    public required Limit Promise { get; init; }

    /// <summary>Paths of values that are ours, from no source; always shown as such.</summary>
    public ImmutableArray<string> Demo { get; init; } = [];

    /// <summary>Articles it rests on.</summary>
    public required ImmutableArray<string> Basis { get; init; }

    /// <summary>How deep it reaches online.</summary>
    public required OnlineDepth Online { get; init; }

    /// <summary>Visits to an office it takes.</summary>
    public required int Visits { get; init; }

    /// <summary>Why a visit is needed; there when there is one.</summary>
    public Localized? VisitReason { get; init; }

    /// <summary>Whether papers and results go by post.</summary>
    public bool Mail { get; init; }

    /// <summary>Whether a time at the window can be booked.</summary>
    public bool Appointment { get; init; }

    /// <summary>What it costs; null: nothing.</summary>
    public Fee? Fee { get; init; }

    /// <summary>What it gives.</summary>
    public required ItemResult Result { get; init; }

    /// <summary>Where and when it is done at a window.</summary>
    public required Window Window { get; init; }

    /// <summary>Whom to ask.</summary>
    public required string ConsultPhone { get; init; }

    /// <summary>Where to complain; never the same.</summary>
    public required string ComplainPhone { get; init; }

    /// <summary>Who may have it.</summary>
    public ImmutableArray<Localized> Conditions { get; init; } = [];

    /// <summary>What is often asked.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <inheritdoc/>
    public required ImmutableArray<Field> Form { get; init; }

    /// <summary>The papers it may ask for.</summary>
    public required ImmutableArray<Material> Materials { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<PaperRule> Papers => [.. Materials.Select(material => material.Rule)];

    /// <inheritdoc/>
    public PlanNode? Plan { get; init; }

    /// <inheritdoc/>
    public required ImmutableDictionary<string, decimal> StageDays { get; init; }

    /// <inheritdoc/>
    public ImmutableDictionary<string, string> Params { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc/>
    public ImmutableDictionary<string, Limit> Limits(Asked asked) =>
        ImmutableDictionary<string, Limit>.Empty.Add("promise", Promise).Add("law", Law);

    /// <inheritdoc/>
    public string NumberBase(CaseAgency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return $"{agency.CreditCode}{(int)Level}{BasicCode}";
    }
}

/// <summary>What an item costs.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Currency">Its currency, e.g. <c>CNY</c>.</param>
/// <param name="Basis">The article it rests on.</param>
/// <param name="OnlinePayment">Whether it can be paid online.</param>
public sealed record Fee(decimal Amount, string Currency, string Basis, bool OnlinePayment);

/// <summary>What an item gives.</summary>
public sealed record ItemResult(Localized Name, ResultKind Kind, Localized? Sample);

/// <summary>Where and when it is done at a window.</summary>
public sealed record Window(Localized Place, Localized Hours);

/// <summary>A question that is often asked, and its answer.</summary>
public sealed record Question(Localized Asked, Localized Answer);
