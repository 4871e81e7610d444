using System.Buffers.Text;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

public sealed partial class Store
{
    private const int SegmentFacts = 100_000;

    /// <summary>
    /// Adds to a backup what the journal has come to since its newest run. The house goes on meanwhile; what comes
    /// while it runs is in the next one.
    /// </summary>
    /// <param name="target">The folder.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Gives up; what was added stays and is whole.</param>
    /// <returns>The newest run, or <c>backup.form</c>, <c>backup.other_store</c>, <c>backup.ahead</c>,
    /// <c>backup.unwritten</c>, <c>store.failed</c>.</returns>
    public Task<Outcome<BackupRun>> BackupAsync(BackupFolder target, Instant now, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return GuardAsync<BackupRun>(async () =>
        {
            try
            {
                return await AddToAsync(target, now, ct);
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                return BackupRefusals.Unwritten(failed.Message);
            }
        });
    }

    private async Task<Outcome<BackupRun>> AddToAsync(BackupFolder target, Instant now, CancellationToken ct)
    {
        if (!target.Runs().TryGet(out var runs, out var refusal))
        {
            return refusal;
        }

        if (runs.FirstOrDefault(one => one.Store != Id || one.Epoch != Epoch) is { } other)
        {
            return BackupRefusals.OtherStore(other.Store);
        }

        var (from, head) = ((runs.LastOrDefault()?.To ?? 0) + 1, await dialect.HeadAsync());
        if (from > head + 1)
        {
            return BackupRefusals.Ahead(from - 1, head);
        }

        var run = runs.LastOrDefault();
        do
        {
            var to = await EndOfCommitAsync(Math.Min(head, from + SegmentFacts - 1));
            run = await RunAsync(target, from, to, now, ct);
            target.Add(run);
            from = to + 1;
        }
        while (from <= head);

        CopyLists(options.CheckpointsFolder, target.Lists);
        return run;
    }

    private async Task<BackupRun> RunAsync(BackupFolder target, long from, long to, Instant now, CancellationToken ct)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var segment = to < from ? null : await target.WriteAsync(from, to, RowsAsync(from, to, named, ct), ct);
        var added = named.Where(name => BackupShelf.Move(Blobs.Shelf, target.Shelf, name, target.Folder, now))
            .Order(StringComparer.Ordinal).ToImmutableArray();
        var links = to < 1 ? [] : await dialect.LinksAsync(Math.Max(1, to - Limits.FactsPerCommit + 1),
            Limits.FactsPerCommit);
        var link = links.Where(one => one.First <= to).Select(one => one.Link).LastOrDefault();
        return new BackupRun(
            Id, Epoch, chain.Hash.Name, from, to, Base64Url.EncodeToString(link.Span), now, segment, added);
    }

    private async IAsyncEnumerable<FactRow> RowsAsync(
        long from, long to, HashSet<string> named, [EnumeratorCancellation] CancellationToken ct)
    {
        while (from <= to)
        {
            ct.ThrowIfCancellationRequested();
            var page = await dialect.LogAsync(from, (int)Math.Min(Limits.PageSize, to - from + 1));
            foreach (var row in page)
            {
                AddNames(row.Body.Span, named);
                yield return row;
            }

            from = page.Count == 0
                ? throw new DialectException(FormattableString.Invariant($"fact {from} is missing"), isDamage: true)
                : page[^1].Position + 1;
        }
    }

    // A commit is in a segment with all its facts.
    private async Task<long> EndOfCommitAsync(long position)
    {
        var after = await dialect.LogAsync(position + 1, Limits.FactsPerCommit);
        return position + after.TakeWhile(row => row.Cause is null).Count();
    }

    /// <summary>Copies checkpoints and erasures.</summary>
    internal static void CopyLists(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.Exists(from) ? Directory.GetFiles(from, "*.jsonl") : [])
        {
            if (Path.GetFileName(file) is not BackupFolder.Name)
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
            }
        }
    }
}
