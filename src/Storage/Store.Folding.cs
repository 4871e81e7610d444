using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Storage;

public sealed partial class Store
{
    /// <summary>Folds a stream from its first fact up to the one at a position.</summary>
    internal Task<Outcome<Snapshot>> FoldAsync(StateFamily family, string stream, long head) =>
        GuardAsync<Snapshot>(async () =>
        {
            var state = family.Start(StreamId.KeyOf(stream));
            var number = 0;
            foreach (var row in (await dialect.ChainAsync(stream, head, int.MaxValue)).Reverse())
            {
                if (!Catalog.Read(row).TryGet(out var stored, out var refusal))
                {
                    return refusal;
                }

                if (row.Version != ++number)
                {
                    return StorageRefusals.CorruptFact(row, "its version does not follow the one before");
                }

                state = family.Apply(state, stored.Fact, stored.Stamp with { Position = 0 });
            }

            return new Snapshot(state, number, head, 0);
        });

    /// <summary>
    /// Proves that every document is what its facts give: folds each stream from nothing and compares what comes out
    /// with the row that is stored, list column and all. Reads the whole store.
    /// </summary>
    /// <returns>What was found, or <c>store.corrupt</c>, <c>fact.unknown</c>, <c>fact.newer</c>,
    /// <c>store.failed</c>.</returns>
    public Task<Outcome<Refolded>> RefoldAsync(CancellationToken ct = default) => RefoldAsync((_, _) => { }, ct);

    private Task<Outcome<Refolded>> RefoldAsync(Action<string, int> seen, CancellationToken ct) =>
        GuardAsync<Refolded>(async () =>
    {
        var (documents, facts) = (0, 0L);
        var different = ImmutableArray.CreateBuilder<string>();
        foreach (var (family, row) in Catalog.Families
                     .SelectMany(family => Pages(family.Name).SelectMany(page => page.Select(row => (family, row)))))
        {
            ct.ThrowIfCancellationRequested();
            if (!(await FoldAsync(family, row.Stream, row.Head)).TryGet(out var folded, out var refusal))
            {
                return refusal;
            }

            seen(row.Stream, folded.Version);
            (documents, facts) = (documents + 1, facts + folded.Version);
            if (different.Count < Refolded.MostNamed && !IsSame(family, folded, row))
            {
                different.Add(row.Stream);
            }
        }

        return new Refolded(documents, facts, different.ToImmutable());
    });

    // Members of an object have no order: a table of names is written in another one by another process.
    private static bool IsSame(StateFamily family, Snapshot folded, DocumentRow row)
    {
        try
        {
            using var stored = JsonDocument.Parse(DocumentBody.Unpack(row.Body));
            using var made = JsonDocument.Parse(family.Write(folded.State));
            return folded.Version == row.Version && family.ShelfOf(folded.State) == row.Shelf
                && JsonElement.DeepEquals(stored.RootElement, made.RootElement);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The position of a stream's fact of a version; 0 for version 0, null when there is none.</summary>
    internal async ValueTask<long?> PositionAsync(string stream, int version)
    {
        if (version == 0)
        {
            return 0;
        }

        var head = (await dialect.DocumentAsync(stream))?.Head ?? 0;
        while (head > 0 && await dialect.FactAsync(head) is { } row)
        {
            if (row.Version == version)
            {
                return head;
            }

            head = row.Version > version ? row.Previous : 0;
        }

        return null;
    }

    /// <summary>All facts of the commit that begins at a position.</summary>
    internal async Task<IReadOnlyList<FactRow>> CommitAtAsync(long first)
    {
        var rows = await dialect.LogAsync(first, Limits.FactsPerCommit);
        return [.. rows.Take(1), .. rows.Skip(1).TakeWhile(row => row.Cause is null)];
    }
}
