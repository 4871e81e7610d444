using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Cases;

/// <summary>A case as it stood after one of its facts.</summary>
/// <param name="State">The case then.</param>
/// <param name="Last">The fact that made it so.</param>
public sealed record CaseThen(Case State, StoredFact Last);

/// <summary>Replays a case: what it was is not kept, it is folded from its facts.</summary>
/// <param name="store">Where the facts are.</param>
public sealed class CaseHistory(Store store)
{
    /// <summary>Most facts of one case that are replayed.</summary>
    public const int Most = 10_000;

    /// <summary>The case as it stood at a version. Refuses <c>case.unknown</c>, and what the store refuses.</summary>
    public async Task<Outcome<CaseThen>> AtAsync(string key, int version)
    {
        if (!(await FactsAsync(key)).TryGet(out var facts, out var refusal))
        {
            return refusal;
        }

        var state = Case.Start(key);
        StoredFact? last = null;
        foreach (var fact in facts.TakeWhile(fact => fact.Stamp.Version <= version))
        {
            (state, last) = (state.Apply(fact.Fact, fact.Stamp), fact);
        }

        return last is not null && state.Version == version ? new CaseThen(state, last) : Refusals.Unknown();
    }

    /// <summary>Every fact of a case, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<StoredFact>>> FactsAsync(string key) =>
        (await store.ReadFactsAsync<Case>(key, before: null, Most)).Then<IReadOnlyList<StoredFact>>(
            facts => facts.OrderBy(fact => fact.Stamp.Version).ToArray());
}
