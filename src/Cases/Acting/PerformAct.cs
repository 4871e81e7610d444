using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Performs one act of a case's procedure: checks who, when and with what; returns what becomes
/// true.</summary>
/// <param name="Act">The act.</param>
/// <param name="Step">The open step it ends; null for an act on the case.</param>
/// <param name="Answers">What is told with it, by field.</param>
/// <param name="Version">The version of the case the actor looked at.</param>
public sealed record PerformAct(
    string Act, string? Step, ImmutableDictionary<string, JsonElement> Answers, int Version)
    : IDecision<PerformAct, Case>, IDeclaresReads<Case>
{
    /// <summary>Answers of the case itself that the actor changes, where the act takes them.</summary>
    public ImmutableDictionary<string, JsonElement> CaseAnswers { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Papers that come with it.</summary>
    public ImmutableArray<PaperGiven> Papers { get; init; } = [];

    /// <summary>The counters its documents take numbers from; prepared by the desk.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Serials { get; init; } = [];

    /// <summary>Unguessable text that the ids of issued documents begin with; prepared by the desk.</summary>
    [JsonIgnore]
    public string Token { get; init; } = "";

    /// <summary>Key of the authorisation the actor stands on, read in the same commit; prepared by the desk.</summary>
    [JsonIgnore]
    public string? Authorization { get; init; }

    /// <summary>Key of the order it gives when it has data forgotten; prepared by the desk.</summary>
    [JsonIgnore]
    public string? Erasure { get; init; }

    /// <summary>Number of a case of the same party that still runs; prepared by the desk when data are to be
    /// forgotten.</summary>
    [JsonIgnore]
    public string? StillRuns { get; init; }

    /// <summary>The legal moment when a timer performs it; null: now.</summary>
    [JsonIgnore]
    public Instant? LegalAt { get; init; }

    /// <inheritdoc/>
    public void Declare(Case state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        Standing.Declare(list, Authorization);
        if (Erasure is not null)
        {
            list.Add<ErasureOrder>(Erasure, mayWrite: true);
        }

        foreach (var serial in Serials)
        {
            list.Add<Serial>(serial, mayWrite: true);
        }
    }

    /// <summary>The whole rule. Refuses <c>case.unknown</c>, <c>case.changed</c>, <c>act.unknown</c>,
    /// <c>act.not_yours</c>,
    /// <c>act.not_now</c>, <c>act.no_step</c>, <c>act.too_often</c>, <c>act.answers</c> (every fault at once),
    /// <c>act.no_papers</c>, <c>act.clock</c>, <c>act.rule</c>, <c>case.unknown_agency</c>, <c>case.plan_too_long</c>,
    /// <c>authorization.ended</c>, <c>act.erase_running</c>, and whatever code a need of the pack names.</summary>
    public static Outcome<Decided> Decide(Case state, Actor actor, Reads reads, PerformAct request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reads);
        var book = reads.Context<Rulebook>();
        if (!state.Exists || !CaseAccess.MayRead(state, actor, book.For(state)))
        {
            return Refusals.Unknown();
        }

        if (Standing.Refuse(actor, request.Authorization, reads, state.Subject, state.Procedure, now) is { } standing)
        {
            return standing;
        }

        var rules = book.For(state);
        if (request.Version != state.Version)
        {
            return Refusals.Changed(state.Version);
        }

        if (rules.Procedure.Find(request.Act) is not { } act)
        {
            return Refusals.UnknownAct(request.Act);
        }

        return Permit.Refuse(act, request.Step, state, actor, rules) is { } refusal
            ? refusal
            : new Acting(act, state, actor, reads, request, rules, request.LegalAt ?? now).Become();
    }
}

/// <summary>A paper as it comes with a request; its content already rests in the blob store.</summary>
/// <param name="Rule">Id of the paper rule it answers, or <c>other</c>.</param>
/// <param name="Name">File name, or what the paper is.</param>
/// <param name="Blob">Where its content rests; null for a paper seen and kept by its owner.</param>
/// <param name="Trust">Trust level A–D.</param>
public sealed record PaperGiven(string Rule, string Name, BlobRef? Blob, string Trust);
