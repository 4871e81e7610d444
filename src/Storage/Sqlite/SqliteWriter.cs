using System.Collections.Immutable;
using Heluo.Kernel;
using SQLitePCL;

namespace Heluo.Storage.Sqlite;

/// <summary>The writing connection: groups of commits in one transaction, each under its savepoint.</summary>
internal sealed class SqliteWriter
{
    private const int FrameHeader = 24;
    private readonly Database database;
    private readonly long checkpointBytes;
    private readonly int pageSize;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement save;
    private readonly Statement release;
    private readonly Statement undo;
    private readonly Statement version;
    private readonly Statement addFact;
    private readonly Statement addDocument;
    private readonly Statement setDocument;
    private readonly Statement setBody;
    private readonly Statement setAbout;
    private readonly Statement setLink;
    private ReadOnlyMemory<byte> drafted;
    private long walPages;

    public SqliteWriter(Database database, long checkpointBytes)
    {
        this.database = database;
        this.checkpointBytes = checkpointBytes;
        pageSize = (int)database.Number("PRAGMA page_size");
        Head = database.Number("SELECT max(position) FROM fact");
        begin = database.Prepare("BEGIN IMMEDIATE");
        commit = database.Prepare("COMMIT");
        rollback = database.Prepare("ROLLBACK");
        save = database.Prepare("SAVEPOINT one");
        release = database.Prepare("RELEASE one");
        undo = database.Prepare("ROLLBACK TO one");
        version = database.Prepare("SELECT version FROM document WHERE stream = ?1");
        addFact = database.Prepare("""
            INSERT INTO fact (position, stream, version, prev, kind, at, actor, command_id, cause, body, link)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """);
        addDocument = database.Prepare(
            "INSERT INTO document (stream, version, head, shelf, body) VALUES (?1, ?2, ?3, ?4, ?5)");
        setDocument = database.Prepare("""
            UPDATE document SET version = ?2, head = ?3, shelf = ?4, body = ?5
            WHERE stream = ?1 AND version = ?6 AND head = ?7
            """);
        setBody = database.Prepare("""
            UPDATE document SET version = ?2, head = ?3, body = ?5
            WHERE stream = ?1 AND version = ?6 AND head = ?7
            """);
        setAbout = database.Prepare(
            "INSERT INTO about (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        setLink = database.Prepare("UPDATE fact SET link = ?2 WHERE position = ?1 AND link IS NULL");
        Link = Newest();
    }

    public long Head { get; private set; }

    public ReadOnlyMemory<byte> Link { get; private set; }

    public ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain)
    {
        if (Attempt(group, chain) is { } done)
        {
            return done;
        }

        // Something threw the whole transaction away. Alone, each shows whether it was the one.
        var outcomes = ImmutableArray.CreateBuilder<Outcome<long>>(group.Count);
        foreach (var one in group)
        {
            outcomes.Add(Attempt([one], chain) is { } alone ? alone[0] : StorageRefusals.Full());
        }

        return outcomes.MoveToImmutable();
    }

    /// <summary>Moves the write-ahead log into the file once it has passed its bound.</summary>
    public void Tend()
    {
        raw.sqlite3_db_status(database.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        walPages += pages;
        StorageInstruments.Logged(pages * (pageSize + FrameHeader));
        if (walPages * pageSize >= checkpointBytes)
        {
            Checkpoint();
        }
    }

    public void Replace(IReadOnlyList<DocumentRow> documents)
    {
        begin.Run();
        foreach (var row in documents)
        {
            setDocument.Bind(1, row.Stream).Bind(2, row.Version).Bind(3, row.Head).Bind(4, row.Shelf)
                .BindBlob(5, row.Body.Span).Bind(6, row.Version).Bind(7, row.Head).Run();
        }

        commit.Run();
        Tend();
    }

    public void Relink(IReadOnlyList<CommitLink> links)
    {
        begin.Run();
        foreach (var one in links)
        {
            setLink.Bind(1, one.First).BindBlob(2, one.Link.Span).Run();
        }

        commit.Run();
        Link = Newest();
        Tend();
    }

    public void SetAbout(string name, string value) => setAbout.Bind(1, name).Bind(2, value).Run();

    private byte[] Newest()
    {
        using var newest = database.PrepareOnce(
            "SELECT link FROM fact WHERE cause IS NOT NULL ORDER BY position DESC LIMIT 1");
        return newest.Step() ? newest.Bytes(0) : [];
    }

    private void Checkpoint()
    {
        // A disk too full for the checkpoint leaves the log as it is: commits go on until the log itself finds no room.
        var code = raw.sqlite3_wal_checkpoint_v2(database.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        if (code == raw.SQLITE_OK)
        {
            walPages = 0;
        }
    }

    /// <summary>Null when the whole transaction was thrown away before its commit.</summary>
    private ImmutableArray<Outcome<long>>? Attempt(IReadOnlyList<CommitData> group, Chain chain)
    {
        var outcomes = ImmutableArray.CreateBuilder<Outcome<long>>(group.Count);
        var next = Head + 1;
        drafted = Link;
        try
        {
            begin.Run();
            foreach (var one in group)
            {
                var outcome = WriteOne(one, next, chain);
                outcomes.Add(outcome);
                next += outcome.IsRefused ? 0 : one.FactCount;
            }
        }
        catch (SqliteFault fault)
        {
            RollBack();
            return group.Count > 1 ? null : [Refused(fault)];
        }

        if (next == Head + 1)
        {
            RollBack();
            return outcomes.MoveToImmutable();
        }

        return Finish(outcomes, next);
    }

    private ImmutableArray<Outcome<long>> Finish(ImmutableArray<Outcome<long>>.Builder outcomes, long next)
    {
        try
        {
            commit.Run();
        }
        catch (SqliteFault fault)
        {
            RollBack();
            if (!fault.IsFull)
            {
                throw new InDoubtException("The commit could not be made durable.", fault);
            }

            // The log had no room for the group's last page, so no reader will ever see any of it.
            for (var i = 0; i < outcomes.Count; i++)
            {
                outcomes[i] = outcomes[i].IsRefused ? outcomes[i] : StorageRefusals.Full();
            }

            return outcomes.MoveToImmutable();
        }

        (Head, Link) = (next - 1, drafted);
        return outcomes.MoveToImmutable();
    }

    private Outcome<long> WriteOne(CommitData one, long first, Chain chain)
    {
        var link = chain.Next(drafted, one, first);
        save.Run();
        try
        {
            var stale = Stale(one) ?? Store(one, first, link);
            if (stale is not null)
            {
                undo.Run();
            }

            release.Run();
            drafted = stale is null ? link : drafted;
            return stale is null ? first : StorageRefusals.Conflict(stale);
        }
        catch (SqliteFault fault) when (!database.IsIdle && !fault.IsDamage)
        {
            undo.Run();
            release.Run();
            return Refused(fault);
        }
    }

    private string? Stale(CommitData one)
    {
        foreach (var read in one.Reads)
        {
            version.Bind(1, read.Stream);
            var found = version.Step() ? version.Int32(0) : 0;
            version.Reset();
            if (found != read.Version)
            {
                return read.Stream;
            }
        }

        return null;
    }

    private string? Store(CommitData one, long first, byte[] link)
    {
        var position = first;
        foreach (var write in one.Writes)
        {
            var previous = write.Previous;
            for (var i = 0; i < write.Facts.Length; i++)
            {
                addFact.Bind(1, position).Bind(2, write.Stream).Bind(3, write.Expected + i + 1).Bind(4, previous)
                    .Bind(5, write.Facts[i].Kind).Bind(6, one.At).Bind(7, one.Actor).Bind(8, one.Command)
                    .Bind(9, position == first ? one.Cause : null).Bind(10, write.Facts[i].Body.Span)
                    .BindBlobOrNull(11, position == first ? link : null).Run();
                previous = position++;
            }

            if (!StoreDocument(write, previous))
            {
                return write.Stream;
            }
        }

        return null;
    }

    private bool StoreDocument(StreamWrite write, long head)
    {
        if (write.Expected > 0)
        {
            // Naming an indexed column makes SQLite write its index anew even when the value stays.
            var set = write.ShelfMoves ? setDocument.Bind(4, write.Shelf) : setBody;
            return set.Bind(1, write.Stream).Bind(2, write.Version).Bind(3, head)
                .BindBlob(5, write.Document.Span).Bind(6, write.Expected).Bind(7, write.Previous).Run() == 1;
        }

        try
        {
            addDocument.Bind(1, write.Stream).Bind(2, write.Version).Bind(3, head).Bind(4, write.Shelf)
                .BindBlob(5, write.Document.Span).Run();
            return true;
        }
        catch (SqliteFault fault) when (fault.Primary == raw.SQLITE_CONSTRAINT)
        {
            return false;
        }
    }

    private void RollBack()
    {
        if (!database.IsIdle)
        {
            rollback.Run();
        }
    }

    private static Outcome<long> Refused(SqliteFault fault) =>
        fault.IsFull ? StorageRefusals.Full() : StorageRefusals.Failed(fault.Message);
}
