using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>What the rows of one stream come to.</summary>
/// <param name="State">The state.</param>
/// <param name="Facts">The facts, lifted to their newest schemas.</param>
/// <param name="Document">The same as JSON, as its document holds it; sealed values stand as envelopes.</param>
public sealed record Refolded<TState>(TState State, ImmutableArray<StoredFact> Facts, JsonElement Document)
    where TState : class, IState<TState>;

/// <summary>Folds the rows of a stream that came from anywhere: no store and no key is needed.</summary>
public static class Refolding
{
    /// <summary>Folds a whole stream, oldest fact first. Versions follow each other from 1, each row names the one
    /// before.</summary>
    /// <returns>The state, or <c>store.corrupt</c>, <c>fact.unknown</c>, <c>fact.newer</c>.</returns>
    public static Outcome<Refolded<TState>> Refold<TState>(this FactCatalog catalog, IReadOnlyList<FactRow> rows)
        where TState : class, IState<TState>
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || StreamId.FamilyOf(rows[0].Stream) != TState.Family)
        {
            return StorageRefusals.Corrupt("stream", $"it is none of the family '{TState.Family}'");
        }

        var (stream, before, state) = (rows[0].Stream, 0L, TState.Start(StreamId.KeyOf(rows[0].Stream)));
        var facts = ImmutableArray.CreateBuilder<StoredFact>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Stream != stream || row.Version != i + 1 || row.Previous != before || row.Position <= before)
            {
                return StorageRefusals.CorruptFact(row, "it does not follow the one before");
            }

            if (!catalog.Read(row).TryGet(out var stored, out var refusal))
            {
                return refusal;
            }

            try
            {
                state = state.Apply(stored.Fact, stored.Stamp with { Position = 0 });
            }
            catch (InvalidOperationException wrong)
            {
                return StorageRefusals.CorruptFact(row, wrong.Message);
            }

            facts.Add(stored);
            before = row.Position;
        }

        using var document = JsonDocument.Parse(catalog.Family(typeof(TState)).Write(state));
        return new Refolded<TState>(state, facts.MoveToImmutable(), document.RootElement.Clone());
    }
}
