using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Walks the whole journal in order and proves every commit against its link. What it finds first it
/// names.</summary>
internal sealed class LogWalk(IDialect dialect, Chain chain, IReadOnlySet<long> watched)
{
    private readonly Dictionary<string, int> versions = new(StringComparer.Ordinal);
    private readonly List<FactRow> commit = [];
    private byte[] link = [];

    /// <summary>The newest version of every stream.</summary>
    public Dictionary<string, int> Versions => versions;

    public long Facts { get; private set; }

    public long Commits { get; private set; }

    public ReadOnlyMemory<byte> Link => link;

    /// <summary>The links of the watched positions that were come by.</summary>
    public Dictionary<long, byte[]> Seen { get; } = [];

    /// <summary>Sees every row that stands.</summary>
    public Action<FactRow> Row { get; init; } = _ => { };

    /// <summary>The first thing that is not as it was committed; null when everything is.</summary>
    public async Task<Refusal?> RunAsync(CancellationToken ct)
    {
        while (await dialect.LogAsync(Facts + 1, Limits.PageSize) is { Count: > 0 } page)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var row in page)
            {
                var wrong = row.Position != Facts + 1 ? ProvingRefusals.Missing(Facts + 1)
                    : row.Cause is not null ? await CloseAsync() : null;
                if (wrong is not null)
                {
                    return wrong;
                }

                Facts++;
                commit.Add(row);
                Row(row);
            }
        }

        return await CloseAsync();
    }

    private async Task<Refusal?> CloseAsync()
    {
        if (commit.Count == 0)
        {
            return null;
        }

        var first = commit[0];
        if (first.Link.IsEmpty || commit.Skip(1).Any(row => !row.Link.IsEmpty))
        {
            return ProvingRefusals.Unlinked(first);
        }

        link = chain.Next(link, commit);
        var isAltered = !first.Link.Span.SequenceEqual(link);
        foreach (var row in commit)
        {
            var expected = versions.GetValueOrDefault(row.Stream) + 1;
            if (row.Version != expected)
            {
                return await IsLaterAsync(row.Stream, expected)
                    ? ProvingRefusals.Reordered(row) : ProvingRefusals.Gap(row, expected);
            }

            versions[row.Stream] = expected;
        }

        if (isAltered)
        {
            return await GapAfterAsync(commit[^1].Position + 1)
                ?? (commit.Count == 1 ? ProvingRefusals.Altered(first)
                    : ProvingRefusals.AlteredCommit(first, commit.Count));
        }

        if (watched.Contains(first.Position))
        {
            Seen.Add(first.Position, link);
        }

        Commits++;
        commit.Clear();
        return null;
    }

    // Where all links are wrong from somewhere on, a version that nobody has tells of a fact that was removed.
    private async Task<Refusal?> GapAfterAsync(long from)
    {
        while (await dialect.LogAsync(from, Limits.PageSize) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                var expected = versions.GetValueOrDefault(row.Stream) + 1;
                if (row.Version != expected)
                {
                    return await IsLaterAsync(row.Stream, expected)
                        ? ProvingRefusals.Reordered(row) : ProvingRefusals.Gap(row, expected);
                }

                versions[row.Stream] = expected;
            }

            from = page[^1].Position + 1;
        }

        return null;
    }

    // Whether what should have come before comes after: then it was moved, not removed.
    private async Task<bool> IsLaterAsync(string stream, int version)
    {
        var from = commit[0].Position;
        while (await dialect.LogAsync(from, Limits.PageSize) is { Count: > 0 } page)
        {
            if (page.Any(row => row.Stream == stream && row.Version == version))
            {
                return true;
            }

            from = page[^1].Position + 1;
        }

        return false;
    }
}
