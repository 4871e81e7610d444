using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>
/// One case, whatever it is about: where it stands, who is party to it, its clocks, its plan. State changes only by
/// applying a fact, and applying never consults a pack.
/// </summary>
public sealed record Case : IState<Case>
{
    /// <inheritdoc/>
    public static string Family => "case";

    /// <summary>The key of its stream.</summary>
    public required string Key { get; init; }

    /// <summary>How many facts it has taken; 0: it was never opened.</summary>
    public int Version { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>The procedure that conducts it.</summary>
    public string Procedure { get; init; } = "";

    /// <summary>The version of the procedure it began under.</summary>
    public int ProcedureVersion { get; init; }

    /// <summary>Hash of the pack it began under, which it keeps.</summary>
    public string Pack { get; init; } = "";

    /// <summary>What it is about.</summary>
    public SubjectRef Subject { get; init; } = new("", "", 0);

    /// <summary>Its title by language.</summary>
    public Localized Title { get; init; } = Localized.Empty;

    /// <summary>The division it lies in.</summary>
    public string Area { get; init; } = "";

    /// <summary>The agency responsible.</summary>
    public string Agency { get; init; } = "";

    /// <summary>Party → actor.</summary>
    public ImmutableDictionary<string, string> Parties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How it came: <c>web</c>, <c>window</c>, <c>api</c>, …</summary>
    public string Channel { get; init; } = "";

    /// <summary>The values frozen at opening.</summary>
    public ImmutableDictionary<string, string> Params { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The limits frozen at opening.</summary>
    public ImmutableDictionary<string, Limit> Limits { get; init; } =
        ImmutableDictionary<string, Limit>.Empty;

    /// <summary>The answers that are not personal.</summary>
    public ImmutableDictionary<string, JsonElement> Answers { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>The personal answers, sealed, by purpose.</summary>
    public ImmutableDictionary<string, Sealed> Personal { get; init; } = ImmutableDictionary<string, Sealed>.Empty;

    /// <summary>The purposes for which personal answers were given.</summary>
    [JsonIgnore]
    public IEnumerable<string> Purposes => Personal.Keys;

    /// <summary>The papers that were given.</summary>
    public ImmutableArray<Paper> Papers { get; init; } = [];

    /// <summary>The stage it stands in.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The stage it came from.</summary>
    public string? Before { get; init; }

    /// <summary>Since when.</summary>
    public Instant StageSince { get; init; }

    /// <summary>When it was opened.</summary>
    public Instant OpenedAt { get; init; }

    /// <summary>The role or party whose turn it is; null: a plan is worked, or it has ended.</summary>
    public string? Desk { get; init; }

    /// <summary>The officer it is assigned to, if to one.</summary>
    public string? Assignee { get; init; }

    /// <summary>The clock that colours it.</summary>
    public string? Light { get; init; }

    /// <summary>Its clocks.</summary>
    public ImmutableArray<CaseClock> Clocks { get; init; } = [];

    /// <summary>The steps of the plan it works or has worked.</summary>
    public ImmutableArray<PlannedStep> Plan { get; init; } = [];

    /// <summary>What was done, how often, and by whom last.</summary>
    public ImmutableDictionary<string, Performed> Acts { get; init; } = ImmutableDictionary<string, Performed>.Empty;

    /// <summary>The official documents issued.</summary>
    public ImmutableArray<IssuedDocument> Documents { get; init; } = [];

    /// <summary>What acts have marked as true.</summary>
    public ImmutableDictionary<string, JsonElement> Marks { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Cases it is linked with: number → why.</summary>
    public ImmutableDictionary<string, string> Links { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How it ended; null while it lives.</summary>
    public string? End { get; init; }

    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Whether it has been opened.</summary>
    [JsonIgnore]
    public bool Exists => Version > 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Shelf => End is null ? Agency : null;

    /// <inheritdoc/>
    public static Case Start(string key) => new() { Key = key };

    /// <inheritdoc/>
    public Case Apply(IFact fact, Stamp stamp) => fact switch
    {
        CaseOpened opened => CaseApply.Opened(this, opened, stamp),
        ActPerformed act => CaseApply.Act(this, act, stamp),
        CaseAssigned assigned => CaseApply.Assigned(this, assigned),
        CaseLinked linked => this with { Links = Links.SetItem(linked.Number, linked.Why) },
        _ => throw new InvalidOperationException($"A case takes no {fact?.GetType().Name}."),
    } with
    { Version = stamp.Version };

    /// <summary>The clock with this id, running or stopped; null when never started.</summary>
    public CaseClock? Clock(string id) => Clocks.FirstOrDefault(clock => clock.Id == id);

    /// <summary>How often an act was performed.</summary>
    public int Count(string act) => Acts.TryGetValue(act, out var done) ? done.Times : 0;
}

/// <summary>A paper given to a case. Its content rests in the blob store, sealed.</summary>
/// <param name="Rule">Id of the paper rule it answers; <c>other</c> for anything else.</param>
/// <param name="Name">File name as the sender gave it, cleaned; or what the paper is.</param>
/// <param name="Blob">Where its content rests; null for a paper seen at the window and kept by its owner.</param>
/// <param name="Trust">Trust level of the evidence, A–D.</param>
/// <param name="At">When it was given.</param>
/// <param name="By">Who gave or recorded it.</param>
public sealed record Paper(
    string Rule, string Name, [property: PersonalByPack] BlobRef? Blob, string Trust, Instant At, string By)
{
    /// <summary>Whether its content rests here and can be read.</summary>
    [JsonIgnore]
    public bool IsKept => Blob is not null;
}

/// <summary>An official document as issued. What it says is derived from the case as it stood then.</summary>
/// <param name="Id">Id for addresses; unguessable.</param>
/// <param name="Template">Template of the pack.</param>
/// <param name="Number">Its own number.</param>
/// <param name="At">When it was issued.</param>
/// <param name="Version">Version of the case it speaks of.</param>
public sealed record IssuedDocument(string Id, string Template, string Number, Instant At, int Version);

/// <summary>How often an act was performed, by whom last and when.</summary>
public sealed record Performed(int Times, string By, Instant At);
