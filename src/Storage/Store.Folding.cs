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
