using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>An item in a list.</summary>
public sealed record ItemSummary(
    string Id, int Version, Localized Name, Localized Theme, ItemType Type, ItemKindOfCase Kind,
    ImmutableArray<Audience> Audience, string? Function, OnlineDepth Online, int Visits, Limit Promise, Limit Law,
    ImmutableArray<string> Demo)
{
    /// <summary>Shows an item.</summary>
    public static ItemSummary Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(
            item.Id, item.Version, item.Name, item.Theme, item.Type, item.Kind, item.Audience, item.Function,
                item.Online,
            item.Visits, item.Promise, item.Law, item.Demo);
    }
}

/// <summary>A page of items.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">What to ask for the next page; null: this was the last.</param>
public sealed record ItemPage(ImmutableArray<ItemSummary> Items, string? Next);

/// <summary>The proof of a promise: the shortest and the longest way from acceptance to decision.</summary>
/// <param name="ShortestDays">Planned working days of the shortest way.</param>
/// <param name="Shortest">Over which steps.</param>
/// <param name="LongestDays">Planned working days of the longest way, ways back included.</param>
/// <param name="Longest">Over which steps.</param>
/// <param name="Excluded">Stages in which the clock stands still.</param>
public sealed record PathProof(
    decimal ShortestDays, ImmutableArray<string> Shortest, decimal LongestDays, ImmutableArray<string> Longest,
    ImmutableArray<string> Excluded);

/// <summary>A material as a guide shows it; a conditional one is asked only in certain situations.</summary>
public sealed record GuideMaterial(
    string Id, Localized Name, bool Conditional, MaterialNeed Need, ImmutableArray<string> Forms, int Copies,
    MaterialSource Source, ImmutableArray<string> Accepts, string Trust, Localized? Sample);

/// <summary>The whole guide of an item (fields after GB/T 39554.2). <c>demo</c> names every value that is ours, from no
/// source.</summary>
public sealed record ItemGuide
{
    /// <summary>What lists show.</summary>
    public required ItemSummary Item { get; init; }

    /// <summary>Everyday words, by language.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> Aliases { get; init; }

    /// <summary>The 12 characters of the basic catalogue.</summary>
    public required string BasicCode { get; init; }

    /// <summary>The scheme its codes follow.</summary>
    public required string CodeScheme { get; init; }

    /// <summary>At which level it is exercised.</summary>
    public required ExerciseLevel Level { get; init; }

    /// <summary>When this version is in force.</summary>
    public required EffectivePeriod Effective { get; init; }

    /// <summary>Articles it rests on.</summary>
    public required ImmutableArray<string> Basis { get; init; }

    /// <summary>Why a visit is needed.</summary>
    public Localized? VisitReason { get; init; }

    /// <summary>Whether papers and results go by post.</summary>
    public required bool Mail { get; init; }

    /// <summary>Whether a time at the window can be booked.</summary>
    public required bool Appointment { get; init; }

    /// <summary>What it costs; null: nothing.</summary>
    public Fee? Fee { get; init; }

    /// <summary>What it gives.</summary>
    public required ItemResult Result { get; init; }

    /// <summary>Where and when at a window.</summary>
    public required Window Window { get; init; }

    /// <summary>Whom to ask.</summary>
    public required string ConsultPhone { get; init; }

    /// <summary>Where to complain.</summary>
    public required string ComplainPhone { get; init; }

    /// <summary>Who may have it.</summary>
    public required ImmutableArray<Localized> Conditions { get; init; }

    /// <summary>What is often asked.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>The questions of the application.</summary>
    public required ImmutableArray<FieldView> Form { get; init; }

    /// <summary>The materials it may ask for.</summary>
    public required ImmutableArray<GuideMaterial> Materials { get; init; }

    /// <summary>The steps from acceptance to decision. Their days add up to the longest way: of what is done at the
    /// same time, or instead of one another, the longest counts.</summary>
    public required ImmutableArray<GuideStep> Steps { get; init; }

    /// <summary>The proof of its promise; null when its procedure counts none.</summary>
    public PathProof? Path { get; init; }

    internal static ItemGuide Of(Item item, ProcedureProof? proof, ImmutableArray<GuideStep> steps) => new()
    {
        Item = ItemSummary.Of(item),
        Aliases = item.Aliases,
        BasicCode = item.BasicCode,
        CodeScheme = item.CodeScheme,
        Level = item.Level,
        Effective = item.Effective,
        Basis = item.Basis,
        VisitReason = item.VisitReason,
        Mail = item.Mail,
        Appointment = item.Appointment,
        Fee = item.Fee,
        Result = item.Result,
        Window = item.Window,
        ConsultPhone = item.ConsultPhone,
        ComplainPhone = item.ComplainPhone,
        Conditions = item.Conditions,
        Questions = item.Questions,
        Form = [.. item.Form.Select(FieldView.Of)],
        Materials = [.. item.Materials.Select(Of)],
        Steps = steps,
        Path = proof is null ? null : new(
            proof.Shortest.Days, proof.Shortest.Over, proof.Longest.Days, proof.Longest.Over, proof.Excluded),
    };

    private static GuideMaterial Of(Material material) => new(
        material.Rule.Id, material.Rule.Name, material.Rule.When is not null, material.Need, material.Forms,
            material.Copies,
        material.Source, material.Rule.Accepts, material.Trust, material.Sample);
}
