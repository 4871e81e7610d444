using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Storage;

public sealed partial class Store
{
    internal const string IdName = "store.id";
    internal const string EpochName = "store.epoch";
    internal const string RestoredName = "store.restored";
    internal const string RestoringName = "store.restoring";
    internal const string HashName = "chain.hash";
    private readonly Chain chain;
    private readonly SemaphoreSlim signing = new(1, 1);
    private Checkpoint? newest;
    private long restored;
    private volatile string? doubted;

    private long After => newest?.Position ?? 0;

    /// <summary>Whether a checkpoint speaks of this journal, also after it was restored to an earlier
    /// point.</summary>
    private bool Counts(Checkpoint one) => one.Store == Id && (one.Epoch == Epoch || one.Position <= restored);

    /// <summary>Id of the store, made when it was begun.</summary>
    public string Id { get; private set; } = "";

    /// <summary>How often it was restored, and once for its beginning.</summary>
    public int Epoch { get; private set; } = 1;

    /// <summary>Where its checkpoints go.</summary>
    public CheckpointFile Checkpoints => CheckpointFile.In(options.CheckpointsFolder);

    /// <summary>The newest checkpoint this process has signed or found; null when there is none yet.</summary>
    public Checkpoint? NewestCheckpoint => Volatile.Read(ref newest);

    /// <summary>
    /// Signs what the journal has come to since the newest checkpoint, in as many checkpoints as it takes, and keeps
    /// them in their file. Call it about once a minute.
    /// </summary>
    /// <returns>The newest checkpoint, null in an empty journal; or <c>key.…</c>, <c>checkpoint.…</c>,
    /// <c>store.failed</c>.</returns>
    public async Task<Outcome<Checkpoint?>> CheckpointAsync(Instant now)
    {
        await signing.WaitAsync();
        try
        {
            var signed = await GuardAsync(() => SignAsync(now));
            doubted = signed.Refusal is { } refusal && ProvingRefusals.IsFinding(refusal) ? refusal.Code : null;
            return signed;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return ProvingRefusals.CheckpointUnwritten(failed.Message);
        }
        finally
        {
            signing.Release();
        }
    }

    /// <summary>The public key that checkpoints are signed with; refuses <c>key.…</c>.</summary>
    public Outcome<VerifyingKey> JournalKey() => SigningKeys.Open(KeysFolder, SigningKeys.Journal, options.Crypto)
        .Then<VerifyingKey>(key =>
        {
            using (key)
            {
                return key.Public;
            }
        });

    /// <summary>A proof that the fact at a position stands in the journal.</summary>
    /// <returns>The proof, or <c>proof.no_fact</c>, <c>proof.no_checkpoint</c>, <c>checkpoint.form</c>.</returns>
    public Task<Outcome<FactProof>> ProveAsync(long position) => GuardAsync<FactProof>(async () =>
    {
        if (position < 1 || await dialect.FactAsync(position) is null)
        {
            return ProvingRefusals.NoFact(position);
        }

        var from = Math.Max(1, position - Limits.FactsPerCommit + 1);
        var near = await dialect.LogAsync(from, (int)(position - from) + 1);
        var commit = await CommitAtAsync(near.Last(row => row.Cause is not null).Position);
        var first = commit[0].Position;
        if (!Checkpoints.Read().TryGet(out var kept, out var refusal))
        {
            return refusal;
        }

        if (kept.FirstOrDefault(one => Counts(one) && one.After < first && one.Position >= first) is not { } signed)
        {
            return ProvingRefusals.NoCheckpoint(position);
        }

        return Prove(commit, (int)(position - first), signed, await dialect.LinksAsync(signed.After + 1, signed.Count),
            await BeforeAsync(first));
    });

    private FactProof Prove(
        IReadOnlyList<FactRow> commit, int index, Checkpoint signed, IReadOnlyList<CommitLink> links, byte[] before)
    {
        var place = links.Index().First(one => one.Item.First == commit[0].Position).Index;
        return new FactProof(
            ProvenFact.Of(commit[index]), index, commit.Count,
            Texts(MerkleTree.Path(chain.Hash, chain.LeavesOf(commit), index)),
            Base64Url.EncodeToString(before), place,
            Texts(MerkleTree.Path(chain.Hash, [.. links.Select(one => one.Link.ToArray())], place)), signed);
    }

    private async Task<byte[]> BeforeAsync(long first)
    {
        var from = Math.Max(1, first - Limits.FactsPerCommit);
        var links = await dialect.LinksAsync(from, Limits.FactsPerCommit);
        return links.Where(one => one.First < first).Select(one => one.Link.ToArray()).LastOrDefault()
            ?? Chain.Beginning.ToArray();
    }

    private async Task<Outcome<Checkpoint?>> SignAsync(Instant now)
    {
        if (newest is null && await ResumeAsync() is { } unfit)
        {
            return unfit;
        }

        if (!SigningKeys.Open(KeysFolder, SigningKeys.Journal, options.Crypto).TryGet(out var key, out var refusal))
        {
            return refusal;
        }

        using (key)
        {
            var fingerprint = key.Public.Fingerprint;
            while (await dialect.LinksAsync(After + 1, Checkpoint.MostCommits) is { Count: > 0 } links)
            {
                var signed = Draft(links, now).SignedBy(key, fingerprint);
                Checkpoints.Add(signed);
                Volatile.Write(ref newest, signed);
            }
        }

        return newest;
    }

    /// <summary>Goes on from the newest checkpoint of the file, when the journal is the one it speaks of.</summary>
    private async Task<Refusal?> ResumeAsync()
    {
        if (!Checkpoints.Read().TryGet(out var kept, out var refusal))
        {
            return refusal;
        }

        if (kept.LastOrDefault(Counts) is not { } last)
        {
            return null;
        }

        var links = await dialect.LinksAsync(last.Position, 1);
        if (links is not [var found] || found.First != last.Position)
        {
            return ProvingRefusals.RolledBack(last, dialect.Head);
        }

        newest = last;
        return Base64Url.EncodeToString(found.Link.Span) == last.Link ? null : ProvingRefusals.Rewritten(last);
    }

    private Checkpoint Draft(IReadOnlyList<CommitLink> links, Instant now) => new(
        Id, Epoch, links[^1].First, Base64Url.EncodeToString(links[^1].Link.Span), After, links.Count,
        Base64Url.EncodeToString(MerkleTree.Root(chain.Hash, [.. links.Select(one => one.Link.ToArray())])),
        chain.Hash.Name, now, "", "", "");

    private static ImmutableArray<string> Texts(ImmutableArray<byte[]> path) =>
        [.. path.Select(one => Base64Url.EncodeToString(one))];

    // A store keeps the hash it was begun with.
    private static Outcome<Chain> ChainOf(IDialect dialect, CryptoSuite suite)
    {
        try
        {
            // A store of a version without links was begun with the hash of those days.
            var name = dialect.About(HashName) ?? (dialect.Head > 0 ? Hashes.Sha256.Name : suite.Hash.Name);
            return Hashes.Find(name) is { } hash ? new Chain(hash) : ProvingRefusals.Hash(name);
        }
        catch (DialectException fault)
        {
            return Broken(fault);
        }
    }

    /// <summary>Gives the store its id, and links to commits of a version of the house that gave none.</summary>
    private void Link()
    {
        dialect.Take();
        if (dialect.About(IdName) is null)
        {
            dialect.SetAbout(IdName, Base64Url.EncodeToString(Vault.Chance(12)));
        }

        Id = dialect.About(IdName)!;
        restored = long.TryParse(dialect.About(RestoredName), CultureInfo.InvariantCulture, out var position)
            ? position : 0;
        Epoch = int.TryParse(dialect.About(EpochName), CultureInfo.InvariantCulture, out var epoch) ? epoch : 1;
        if (dialect.About(HashName) is null)
        {
            dialect.SetAbout(HashName, chain.Hash.Name);
        }

        if (dialect.Take() > 0 && dialect.Link.IsEmpty)
        {
            dialect.Relink(Linked());
        }

        dialect.Leave();
    }

    private List<CommitLink> Linked()
    {
        var (links, link, from) = (new List<CommitLink>(), ReadOnlyMemory<byte>.Empty, 1L);
        while (Result(CommitAtAsync(from)) is { Count: > 0 } commit)
        {
            link = chain.Next(link, commit);
            links.Add(new(from, link));
            from += commit.Count;
        }

        return links;
    }
}
