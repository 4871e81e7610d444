using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage.Sqlite;

namespace Heluo.Storage;

/// <summary>
/// The journal with its documents, keys and blobs. Reading is open to every module; writing goes through the
/// <see cref="Desk"/>. One process owns it.
/// </summary>
public sealed partial class Store : IDisposable, IJournalReader
{
    private readonly IDialect dialect;
    private readonly LruCache<string, Snapshot> cache;
    private readonly RecentCommands recent;
    private readonly GroupWriter writer;
    private readonly Feed feed = new();
    private readonly StoreOptions options;
    private long seen;

    private Store(IDialect dialect, Vault vault, Blobs blobs, FactCatalog catalog, StoreOptions options, Chain chain)
    {
        this.chain = chain;
        this.dialect = dialect;
        this.options = options;
        Vault = vault;
        Blobs = blobs;
        Catalog = catalog;
        cache = new(options.StateCacheBytes, version => version.Bytes + 512);
        recent = new(options.CommandHours * 3_600_000L, options.Commands);
        seen = dialect.Head;
        writer = new(dialect, this, chain);
    }

    /// <summary>Kinds of fact and families of state.</summary>
    public FactCatalog Catalog { get; }

    /// <summary>Keys of personal values.</summary>
    public Vault Vault { get; }

    /// <summary>Attachments.</summary>
    public Blobs Blobs { get; }

    /// <summary>Folder of the keys, apart from the data; other keys of the house lie there too.</summary>
    public string KeysFolder => options.KeysFolder;

    /// <summary>What new keys, hashes and signatures are made with.</summary>
    public CryptoSuite Crypto => options.Crypto;

    /// <summary>Position of the newest fact that followers have seen; 0 when there is none.</summary>
    public long Head => Volatile.Read(ref seen);

    /// <summary>Fires when the store has stopped writing because a commit is in doubt; the process should
    /// end.</summary>
    public CancellationToken Stopped => writer.Stopped;

    /// <summary>For <c>/health/ready</c>.</summary>
    public StoreHealth Health
    {
        get
        {
            var reasons = feed.Broken.Keys.Select(name => $"follower.{name}").Order(StringComparer.Ordinal);
            ImmutableArray<string> all = [.. new[] { writer.Fault, doubted }.OfType<string>(), .. reasons];
            return new(all.IsEmpty, all);
        }
    }

    /// <summary>Opens the SQLite store of a folder, making it when it is not there.</summary>
    /// <returns>The store, or <c>store.options</c>, <c>store.in_use</c>, <c>store.newer</c>, <c>store.not_ours</c>,
    /// <c>store.corrupt</c>, <c>store.unreadable</c>, <c>vault.…</c>.</returns>
    /// <param name="options">Where and how.</param>
    /// <param name="catalog">The kinds of fact and families of state.</param>
    /// <param name="clock">The clock of the house.</param>
    /// <param name="around">What stands between the store and its database, such as a fault of a trial; null:
    /// nothing.</param>
    public static Outcome<Store> Open(
        StoreOptions options, FactCatalog catalog, TimeProvider clock, Func<IDialect, IDialect>? around = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Check() is { } wrong)
        {
            return wrong;
        }

        return SqliteDialect.Open(options).TryGet(out var dialect, out var refusal)
            ? Open(around?.Invoke(dialect) ?? dialect, options, catalog, clock)
            : refusal;
    }

    /// <summary>Opens a store over a dialect that is open already; the store disposes it.</summary>
    public static Outcome<Store> Open(IDialect dialect, StoreOptions options, FactCatalog catalog, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(clock);
        var vault = (Vault?)null;
        if (!ChainOf(dialect, options.Crypto).TryGet(out var chain, out var refusal)
            || !Vault.Open(options.KeysFolder, clock, options.Crypto, ErasureList.In(options.CheckpointsFolder))
                .TryGet(out vault, out refusal))
        {
            dialect.Dispose();
            return refusal;
        }

        var blobs = new Blobs(options, vault, clock, chain.Hash, dialect.Shelf);
        var store = new Store(dialect, vault, blobs, catalog, options, chain);
        refusal = store.Begin(clock);
        if (refusal is null)
        {
            return store;
        }

        store.Dispose();
        return refusal;
    }

    /// <summary>Attaches a follower: it is rebuilt from the documents, then sees every change.</summary>
    /// <exception cref="DialectException">The documents cannot be read.</exception>
    public Task FollowAsync(IFollower follower)
    {
        ArgumentNullException.ThrowIfNull(follower);
        return writer.RunAsync(() =>
        {
            // What it is rebuilt from must be what it then follows: nobody may write between the two.
            CatchUp(dialect.Take());
            feed.Attach(follower, Everything(follower.Family));
            dialect.Leave();
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        signing.Dispose();
        writer.Dispose();
        dialect.Dispose();
        Vault.Dispose();
    }

    /// <summary>Stores a commit. Refuses <c>store.conflict</c> when a version is not as expected.</summary>
    internal Task<Outcome<long>> CommitAsync(CommitData commit) => writer.WriteAsync(commit);

    internal void Forget(IEnumerable<string> streams)
    {
        foreach (var stream in streams)
        {
            cache.Remove(stream);
        }
    }

    /// <inheritdoc/>
    void IJournalReader.Published(CommitData commit, long first)
    {
        var head = first - 1;
        foreach (var write in commit.Writes)
        {
            head += write.Facts.Length;
            Keep(write.Stream, new(write.After!, write.Version, head, write.AfterBytes));
        }

        recent.Add(commit, first);
        feed.Publish(commit, first);
        Volatile.Write(ref seen, head);
    }

    private void Keep(string stream, Snapshot version) =>
        cache.Put(stream, version, static (mine, old) => mine.Version > old.Version);
}
