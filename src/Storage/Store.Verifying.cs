using System.Buffers.Text;
using Heluo.Kernel;

namespace Heluo.Storage;

public sealed partial class Store
{
    /// <summary>
    /// Proves that nobody altered the store: every commit against its link, the links against the checkpoints given,
    /// every document against its facts, every attachment against its name. Reads the whole store; it may run beside
    /// everything else, and judges what stood when it began or came meanwhile.
    /// </summary>
    /// <param name="checkpoints">Checkpoints kept outside; their signatures are checked.</param>
    /// <param name="key">The key they must be signed with; null takes the store's own.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was gone through, or what was found first: <c>verify.missing</c>, <c>verify.altered</c>,
    /// <c>verify.reordered</c>, <c>verify.rewritten</c>, <c>verify.rolled_back</c>, <c>verify.other_store</c>,
    /// <c>verify.forged</c>, <c>verify.document</c>, <c>verify.blob</c>, <c>verify.database</c>,
    /// <c>store.corrupt</c>, <c>fact.unknown</c>, <c>fact.newer</c>.</returns>
    public Task<Outcome<Verified>> VerifyAsync(
        IReadOnlyList<Checkpoint> checkpoints, VerifyingKey? key = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        return GuardAsync<Verified>(async () =>
        {
            if (await dialect.CheckAsync() is { } complaint)
            {
                return ProvingRefusals.Database(complaint);
            }

            var named = new HashSet<string>(StringComparer.Ordinal);
            var walk = new LogWalk(dialect, chain, checkpoints.Select(one => one.Position).ToHashSet())
            {
                Row = row => AddNames(row.Body.Span, named),
            };
            if ((await walk.RunAsync(ct) ?? Against(checkpoints, key, walk)) is { } wrong)
            {
                return wrong;
            }

            if (!(await DocumentsAsync(walk, ct)).TryGet(out var documents, out var refusal)
                || !Blobs.Verify(named, ct).TryGet(out var attachments, out refusal))
            {
                return refusal;
            }

            return new Verified(
                walk.Facts, walk.Commits, documents, attachments, checkpoints.Count, [.. Vault.Erased()],
                Base64Url.EncodeToString(walk.Link.Span));
        });
    }

    private Refusal? Against(IReadOnlyList<Checkpoint> checkpoints, VerifyingKey? given, LogWalk walk)
    {
        if (checkpoints.Count == 0)
        {
            return null;
        }

        var refusal = (Refusal?)null;
        if (given is null && !JournalKey().TryGet(out given, out refusal))
        {
            return refusal;
        }

        foreach (var one in checkpoints)
        {
            // What came after the point that a restore went back to belongs to the epoch before.
            if (one.Store == Id && one.Epoch < Epoch && one.Position > restored)
            {
                continue;
            }

            var wrong = !one.IsSignedBy(given!) ? ProvingRefusals.Forged(one.Position)
                : one.Store != Id ? ProvingRefusals.OtherStore(one)
                : one.Position > walk.Facts ? ProvingRefusals.RolledBack(one, walk.Facts)
                : walk.Seen.TryGetValue(one.Position, out var link) && Base64Url.EncodeToString(link) == one.Link ? null
                : ProvingRefusals.Rewritten(one);
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return null;
    }

    // Documents go on changing while this reads; one that has moved past the walk is judged by its newer facts.
    private async Task<Outcome<int>> DocumentsAsync(LogWalk walk, CancellationToken ct)
    {
        if (!(await RefoldAsync(Seen, ct)).TryGet(out var refolded, out var refusal))
        {
            return refusal;
        }

        void Seen(string stream, int version)
        {
            if (walk.Versions.GetValueOrDefault(stream) <= version)
            {
                walk.Versions.Remove(stream);
            }
        }

        return refolded.Different is [var stream, ..] ? ProvingRefusals.Document(stream)
            : walk.Versions.Keys.FirstOrDefault() is { } stray ? ProvingRefusals.Stray(stray)
            : refolded.Documents;
    }
}
