using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>One line of what happened to a case.</summary>
/// <param name="At">The legal moment.</param>
/// <param name="RecordedAt">The moment it was recorded, when that differs.</param>
/// <param name="By">Who did it.</param>
/// <param name="What">Id of the act; <c>open</c>, <c>assign</c> or <c>link</c> for the engine's own.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">The stage the case came into; null: it stayed.</param>
/// <param name="Step">The step it ended.</param>
/// <param name="Told">What was told with it; nothing personal.</param>
/// <param name="Documents">Documents issued with it.</param>
public sealed record TimelineEntry(
    Instant At,
    Instant? RecordedAt,
    string By,
    string What,
    Localized? Name,
    string? Stage,
    string? Step,
    ImmutableDictionary<string, JsonElement> Told,
    ImmutableArray<IssuedDocument> Documents)
{
    /// <summary>Who was told what by it.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];
}

/// <summary>The history of a case, read from its facts.</summary>
public sealed class Timeline(Store store, Rulebook book)
{
    /// <summary>Most entries one answer gives.</summary>
    public const int Most = 500;

    /// <summary>What happened, oldest first.</summary>
    public async Task<Outcome<ImmutableArray<TimelineEntry>>> ReadAsync(Case state, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rules = book.For(state);
        return (await store.ReadFactsAsync<Case>(state.Key, before: null, Most)).TryGet(out var facts, out var refusal)
            ? facts.OrderBy(fact => fact.Stamp.Version).Select(fact => Entry(fact, rules)).ToImmutableArray()
            : refusal;
    }

    private static TimelineEntry Entry(StoredFact stored, CaseRules rules) => stored.Fact switch
    {
        CaseOpened opened => new(
            stored.Stamp.At, null, stored.Stamp.Actor, "open", null, opened.Results.Stage, null, [],
            opened.Results.Documents)
        {
            Notices = opened.Results.Notices,
        },
        ActPerformed act => new(
            act.LegalAt ?? stored.Stamp.At, act.LegalAt is null ? null : stored.Stamp.At, stored.Stamp.Actor, act.Act,
            rules.Procedure.Find(act.Act)?.Name, act.Results.Stage, act.Step, act.Told, act.Results.Documents)
        {
            Notices = act.Results.Notices,
        },
        CaseAssigned assigned => new(
            stored.Stamp.At, null, stored.Stamp.Actor, "assign", null, null, assigned.Step, Told(assigned), []),
        CaseLinked linked => new(
            stored.Stamp.At, null, stored.Stamp.Actor, "link", null, null, null,
            Told(("number", linked.Number), ("why", linked.Why)), []),
        _ => new(stored.Stamp.At, null, stored.Stamp.Actor, stored.Kind, null, null, null, [], []),
    };

    private static ImmutableDictionary<string, JsonElement> Told(CaseAssigned fact) =>
        Told(("officer", fact.Officer), ("reason", fact.Reason));

    private static ImmutableDictionary<string, JsonElement> Told(params (string Name, string? Value)[] values) =>
        values.Where(value => value.Value is not null)
            .ToImmutableDictionary(value => value.Name, value => JsonSerializer.SerializeToElement(value.Value));
}
