using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Services;

/// <summary>An application on its way: answers and papers that its owner can go on with on any device, until it is
/// sent.</summary>
public sealed record Draft : IState<Draft>
{
    /// <inheritdoc/>
    public static string Family => "draft";

    /// <summary>Its key; unguessable, and yet worth nothing to anybody but its owner.</summary>
    public required string Key { get; init; }

    /// <summary>How many facts it has taken.</summary>
    public int Version { get; init; }

    /// <summary>Whose application it is: the future applicant.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Who fills it in at the window for the person present; null: the owner does.</summary>
    public string? Officer { get; init; }

    /// <summary>The item.</summary>
    public string Item { get; init; } = "";

    /// <summary>The version of the item it was begun under.</summary>
    public int ItemVersion { get; init; }

    /// <summary>The division the matter belongs to; null: not said yet.</summary>
    public string? Area { get; init; }

    /// <summary>Answers that are not personal.</summary>
    public ImmutableDictionary<string, JsonElement> Answers { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Personal answers, sealed one by one.</summary>
    public ImmutableDictionary<string, Sealed> Personal { get; init; } = ImmutableDictionary<string, Sealed>.Empty;

    /// <summary>Papers attached, or seen at the window.</summary>
    public ImmutableArray<DraftPaper> Papers { get; init; } = [];

    /// <summary>When it was begun.</summary>
    public Instant BegunAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public Instant ChangedAt { get; init; }

    /// <summary>Number of the case it became; null: not sent.</summary>
    public string? Number { get; init; }

    /// <summary>Whether it was thrown away.</summary>
    public bool Dropped { get; init; }

    /// <summary>Whether it can still be worked on.</summary>
    [JsonIgnore]
    public bool IsOpen => Version > 0 && Number is null && !Dropped;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Shelf => IsOpen ? Owner : null;

    /// <inheritdoc/>
    public static Draft Start(string key) => new() { Key = key };

    /// <inheritdoc/>
    public Draft Apply(IFact fact, Stamp stamp) => fact switch
    {
        DraftBegun begun => this with
        {
            Owner = begun.Owner,
            Officer = begun.Officer,
            Item = begun.Item,
            ItemVersion = begun.ItemVersion,
            Area = begun.Area,
            BegunAt = stamp.At,
        },
        DraftPlaced placed => this with { Area = placed.Area },
        DraftAnswered answered => this with
        {
            Answers = Answers.RemoveRange(answered.Cleared).SetItems(answered.Answers),
            Personal = Personal.RemoveRange(answered.Cleared).SetItems(answered.Personal),
        },
        PaperAttached attached => this with { Papers = Papers.Add(attached.Paper) },
        PaperDetached detached => this with { Papers = [.. Papers.Where(paper => paper.Id != detached.Id)] },
        DraftSent sent => this with { Number = sent.Number },
        DraftDropped =>
            this with { Dropped = true, Answers = Answers.Clear(), Personal = Personal.Clear(), Papers = [] },
        _ => throw new InvalidOperationException($"A draft takes no {fact?.GetType().Name}."),
    } with
    { Version = stamp.Version, ChangedAt = stamp.At };
}

/// <summary>A paper of a draft.</summary>
/// <param name="Id">Id within the draft.</param>
/// <param name="Rule">The material it answers, or <c>other</c>.</param>
/// <param name="Name">File name, cleaned, or what the paper is.</param>
/// <param name="Blob">Where its content rests; null: seen at the window and kept by its owner.</param>
/// <param name="Trust">Trust level A–D.</param>
public sealed record DraftPaper(
    string Id,
    string Rule,
    string Name,
    [property: Personal(DraftDesk.PaperPurpose, DraftDesk.PaperBasis, DraftDesk.PaperRetention)] BlobRef? Blob,
    string Trust);

/// <summary>A draft was begun.</summary>
public sealed record DraftBegun(string Owner, string? Officer, string Item, int ItemVersion, string? Area) : IFact;

/// <summary>It was said where the matter belongs.</summary>
public sealed record DraftPlaced(string Area) : IFact;

/// <summary>Questions were answered, or answers taken back.</summary>
public sealed record DraftAnswered(
    ImmutableDictionary<string, JsonElement> Answers,
    [property: PersonalByPack] ImmutableDictionary<string, Sealed> Personal,
    ImmutableArray<string> Cleared) : IFact;

/// <summary>A paper was attached.</summary>
public sealed record PaperAttached(DraftPaper Paper) : IFact;

/// <summary>A paper was taken away.</summary>
public sealed record PaperDetached(string Id) : IFact;

/// <summary>The application was sent and became a case.</summary>
public sealed record DraftSent(string Number) : IFact;

/// <summary>The draft was thrown away.</summary>
public sealed record DraftDropped : IFact;
