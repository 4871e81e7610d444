using System.Collections.Concurrent;
using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Storage.Sqlite;

/// <summary>The journal in one SQLite file: write-ahead log, every commit synced, one owner.</summary>
internal sealed class SqliteDialect : IDialect
{
    private const int ApplicationId = 0x48454C55;
    private readonly OwnerLock owner;
    private readonly Database database;
    private readonly SqliteWriter writer;
    private readonly ConcurrentBag<SqliteReader> readers = [];
    private readonly string path;
    private volatile bool closed;

    private SqliteDialect(string path, OwnerLock owner, Database database, StoreOptions options)
    {
        this.path = path;
        this.owner = owner;
        this.database = database;
        writer = new(database, options.CheckpointBytes);
    }

    public IBlobShelf? Shelf => null;

    public long Head => writer.Head;

    public ReadOnlyMemory<byte> Link => writer.Link;

    /// <summary>Opens or makes <c>heluo.db</c> in a folder. Refuses <c>store.in_use</c>, <c>store.newer</c>,
    /// <c>store.not_ours</c>, <c>store.corrupt</c>, <c>store.unreadable</c>.</summary>
    public static Outcome<SqliteDialect> Open(StoreOptions options)
    {
        OwnerLock? owned = null;
        try
        {
            Directory.CreateDirectory(options.Folder);
            owned = OwnerLock.Take(Path.Combine(options.Folder, "heluo.lock"));
            if (owned is null)
            {
                return StorageRefusals.InUse(options.Folder);
            }

            var outcome = Open(options, owned);
            if (outcome.IsRefused)
            {
                owned.Dispose();
            }

            return outcome;
        }
        catch (Exception wrong) when (wrong is SqliteFault or IOException or UnauthorizedAccessException)
        {
            owned?.Dispose();
            return wrong is SqliteFault { IsDamage: true }
                ? StorageRefusals.Corrupt($"store in '{options.Folder}'", wrong.Message)
                : StorageRefusals.Unreadable(options.Folder, wrong.Message);
        }
    }

    // One process owns the file: nobody else writes.
    public long Take() => Head;

    public void Leave()
    {
    }

    public ValueTask<long> HeadAsync() => new(Head);

    public ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain) =>
        writer.Write(group, chain);

    public void Tend() => writer.Tend();

    public ValueTask<DocumentRow?> DocumentAsync(string stream) => new(Read(reader => reader.Document(stream)));

    public ValueTask<FactRow?> FactAsync(long position) => new(Read(reader => reader.Fact(position)));

    public ValueTask<IReadOnlyList<FactRow>> LogAsync(long from, int max) => new(Read(reader => reader.Log(from, max)));

    public ValueTask<IReadOnlyList<FactRow>> ChainAsync(string stream, long head, int max) =>
        new(Read(reader => reader.Chain(stream, head, max)));

    public ValueTask<IReadOnlyList<DocumentRow>> DocumentsAsync(string family, string? shelf, string? after, int max) =>
        new(Read(reader => reader.Documents(family, shelf, after, max)));

    public ValueTask<IReadOnlyList<CommitLink>> LinksAsync(long from, int max) =>
        new(Read(reader => reader.Links(from, max)));

    public void Relink(IReadOnlyList<CommitLink> links) => writer.Relink(links);

    public ValueTask<string?> CheckAsync() => new(Read(reader => reader.Check()));

    public void Replace(IReadOnlyList<DocumentRow> documents) => writer.Replace(documents);

    public string? About(string name) => Read(reader => reader.About(name));

    public void SetAbout(string name, string value) => writer.SetAbout(name, value);

    public void Dispose()
    {
        closed = true;
        CloseReaders();
        database.Dispose();
        owner.Dispose();
    }

    private void CloseReaders()
    {
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private static Outcome<SqliteDialect> Open(StoreOptions options, OwnerLock owned)
    {
        var file = Path.Combine(options.Folder, "heluo.db");
        var opened = Database.Open(file);
        try
        {
            if (Prepare(opened, file, options) is not { } refusal)
            {
                return new SqliteDialect(file, owned, opened, options);
            }

            opened.Dispose();
            return refusal;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static Refusal? Prepare(Database opened, string file, StoreOptions options)
    {
        opened.Execute(FormattableString.Invariant($"PRAGMA page_size = {options.PageSize}"));
        opened.Execute("""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA temp_store = MEMORY;
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            """);
        opened.Execute(FormattableString.Invariant($"PRAGMA cache_size = {-options.PageCacheBytes / 1024}"));
        if (options.MaxPages is { } pages)
        {
            opened.Execute(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
        }

        return Migrations.Apply(opened, file, "journal", ApplicationId);
    }

    private T Read<T>(Func<SqliteReader, T> read)
    {
        if (closed)
        {
            throw new DialectException("The store is closed.", isDamage: false) { IsClosed = true };
        }

        var reader = readers.TryTake(out var idle) ? idle : new SqliteReader(Database.Open(path, readOnly: true));
        try
        {
            return read(reader);
        }
        finally
        {
            readers.Add(reader);
            if (closed)
            {
                CloseReaders();
            }
        }
    }
}
