using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using Heluo.Kernel;
using Heluo.Storage.Sqlite;
using NodaTime;

namespace Heluo.Storage;

/// <summary>What was restored.</summary>
/// <param name="Facts">How many facts.</param>
/// <param name="Epoch">The epoch that begins with it.</param>
/// <param name="Until">When the newest of them was decided.</param>
public sealed record Restored(long Facts, int Epoch, Instant Until);

/// <summary>Brings a journal back from a backup, up to its end or to a moment. Every commit must have the link it had;
/// a
/// new epoch begins. The store folds its documents when it is opened next.</summary>
/// <param name="source">The backup.</param>
/// <param name="catalog">Families whose documents are folded anew.</param>
public sealed class Restoring(BackupFolder source, FactCatalog catalog)
{
    /// <summary>Stands in a store while it is being restored.</summary>
    internal const string Begun = "begun";

    private const int GroupSize = 512;

    /// <summary>Restores into the SQLite store of a folder, which must not be there yet.</summary>
    /// <inheritdoc cref="RunAsync(IDialect, StoreOptions, Instant?, CancellationToken)"/>
    public async Task<Outcome<Restored>> RunAsync(StoreOptions options, Instant? until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!SqliteDialect.Open(options).TryGet(out var dialect, out var refusal))
        {
            return refusal;
        }

        using (dialect)
        {
            return await RunAsync(dialect, options, until, ct);
        }
    }

    /// <summary>Restores into an empty database.</summary>
    /// <param name="dialect">The database; the caller disposes it.</param>
    /// <param name="options">Where attachments, checkpoints and erasures go.</param>
    /// <param name="until">Commits decided after it are left out; null: none is.</param>
    /// <param name="ct">Gives up; what was written is no store yet.</param>
    /// <returns>What was restored, or <c>restore.occupied</c>, <c>restore.too_early</c>, <c>backup.…</c>,
    /// <c>store.full</c>, <c>store.failed</c>.</returns>
    public async Task<Outcome<Restored>> RunAsync(
        IDialect dialect, StoreOptions options, Instant? until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(options);
        if (dialect.Head > 0)
        {
            return BackupRefusals.Occupied(options.Folder);
        }

        if (!source.Runs().TryGet(out var runs, out var refusal))
        {
            return refusal;
        }

        if (runs.IsEmpty || Hashes.Find(runs[0].Hash) is not { } hash)
        {
            return runs.IsEmpty ? BackupRefusals.Empty(options.Folder) : ProvingRefusals.Hash(runs[0].Hash);
        }

        dialect.SetAbout(Store.RestoringName, Begun);
        var last = 0L;
        foreach (var segment in runs.Select(run => run.Segment).OfType<BackupSegment>())
        {
            if (!(await source.ReadAsync(segment, ct)).TryGet(out var rows, out refusal)
                || (refusal = Write(dialect, new Chain(hash), rows, until)) is not null)
            {
                return refusal;
            }

            last = dialect.Head > last ? rows.Last(row => row.Position <= dialect.Head).At : last;
            if (rows.Count > 0 && dialect.Head < rows[^1].Position)
            {
                break;
            }
        }

        return dialect.Head == 0
            ? BackupRefusals.TooEarly()
            : await FinishAsync(dialect, options, runs, hash, last, ct);
    }

    private static Refusal? Write(IDialect dialect, Chain chain, List<FactRow> rows, Instant? until)
    {
        var most = until?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        var commits = Commits(rows).TakeWhile(commit => commit[0].At <= most);
        foreach (var group in commits.Chunk(GroupSize))
        {
            dialect.Take();
            var written = dialect.Write([.. group.Select(Commit)], chain);
            for (var i = 0; i < group.Length; i++)
            {
                if (written[i].Refusal is { } refusal)
                {
                    return refusal.Code == StorageRefusals.ConflictCode
                        ? BackupRefusals.Unlinked(group[i][0].Position) : refusal;
                }

                if (written[i].Value != group[i][0].Position)
                {
                    return BackupRefusals.Unlinked(group[i][0].Position);
                }
            }

            dialect.Tend();
            if (!dialect.Link.Span.SequenceEqual(group[^1][0].Link.Span))
            {
                return BackupRefusals.Unlinked(group[^1][0].Position);
            }
        }

        return null;
    }

    private static IEnumerable<List<FactRow>> Commits(List<FactRow> rows)
    {
        for (var at = 0; at < rows.Count;)
        {
            var next = at + 1;
            while (next < rows.Count && rows[next].Cause is null)
            {
                next++;
            }

            yield return rows.GetRange(at, next - at);
            at = next;
        }
    }

    // Documents come out of the facts when the store is opened: here stands only where each stream has come to.
    private static CommitData Commit(List<FactRow> rows) => new(
        rows[0].Actor, rows[0].Command, rows[0].At, rows[0].Cause ?? "", [],
        [.. rows.GroupBy(row => row.Stream, StringComparer.Ordinal).Select(stream => new StreamWrite(
            stream.Key, stream.First().Version - 1, stream.First().Previous,
            [.. stream.Select(row => new FactData(row.Kind, row.Body, null!))], "{}"u8.ToArray(), Shelf: null))]);

    private async Task<Outcome<Restored>> FinishAsync(
        IDialect dialect, StoreOptions options, ImmutableArray<BackupRun> runs, IHash hash, long last,
        CancellationToken ct)
    {
        var shelf = dialect.Shelf ?? new FolderShelf(Path.Combine(options.Folder, "blobs"));
        foreach (var name in runs.SelectMany(run => run.Attachments))
        {
            ct.ThrowIfCancellationRequested();
            if (!BackupShelf.Move(source.Shelf, shelf, name, options.Folder, Instant.FromUnixTimeMilliseconds(last)))
            {
                return BackupRefusals.Altered(name);
            }
        }

        foreach (var family in catalog.Families)
        {
            dialect.SetAbout($"shape.{family.Name}", "0");
        }

        var epoch = runs[^1].Epoch + 1;
        var links = await dialect.LinksAsync(Math.Max(1, dialect.Head - Limits.FactsPerCommit + 1),
            Limits.FactsPerCommit);
        dialect.SetAbout(Store.IdName, runs[0].Store);
        dialect.SetAbout(Store.EpochName, epoch.ToString(CultureInfo.InvariantCulture));
        dialect.SetAbout(Store.RestoredName, links[^1].First.ToString(CultureInfo.InvariantCulture));
        dialect.SetAbout(Store.HashName, hash.Name);
        Store.CopyLists(source.Lists, options.CheckpointsFolder);
        dialect.SetAbout(Store.RestoringName, "done");
        return new Restored(dialect.Head, epoch, Instant.FromUnixTimeMilliseconds(last));
    }
}
