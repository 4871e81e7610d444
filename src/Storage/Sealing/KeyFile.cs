using Heluo.Kernel;
using Heluo.Storage.Sqlite;
using NodaTime;

namespace Heluo.Storage;

/// <summary>
/// The wrapped data keys in their own file, <c>keys.db</c>. One caller at a time reads and one writes; they have a
/// connection each, so that looking up a key never waits for the disk.
/// </summary>
internal sealed class KeyFile : IDisposable
{
    private const int ApplicationId = 0x48454C4B;
    private readonly Database reading;
    private readonly Database database;
    private readonly Statement byUse;
    private readonly Statement byId;
    private readonly Statement add;
    private readonly Statement house;
    private readonly Statement setHouse;
    private readonly Statement ofSubject;
    private readonly Statement erase;
    private readonly Statement erased;

    private KeyFile(Database reading, Database database)
    {
        this.reading = reading;
        this.database = database;
        byUse = reading.Prepare("""
            SELECT id, subject, purpose, algorithm, wrapped FROM data_key
            WHERE subject = ?1 AND purpose = ?2 AND wrapped IS NOT NULL
            """);
        byId = reading.Prepare("SELECT id, subject, purpose, algorithm, wrapped FROM data_key WHERE id = ?1");
        add = database.Prepare("""
            INSERT INTO data_key (id, subject, purpose, algorithm, wrapped, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (subject, purpose) WHERE wrapped IS NOT NULL DO NOTHING
            """);
        ofSubject = database.Prepare(
            "SELECT id, subject, purpose, algorithm, wrapped FROM data_key WHERE subject = ?1 AND made <= ?2");
        erase = database.Prepare(
            "UPDATE data_key SET wrapped = NULL, erased = ?2, erasure = ?3 WHERE id = ?1 AND wrapped IS NOT NULL");
        erased = database.Prepare("""
            SELECT erasure, count(*), min(erased) FROM data_key
            WHERE erasure IS NOT NULL GROUP BY erasure ORDER BY min(erased), erasure
            """);
        house = database.Prepare("SELECT wrapped FROM house_key WHERE name = ?1");
        setHouse = database.Prepare("INSERT INTO house_key (name, wrapped) VALUES (?1, ?2)");
    }

    public static Outcome<KeyFile> Open(string folder)
    {
        var path = Path.Combine(folder, "keys.db");
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            using var made = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }

        var opened = Database.Open(path);
        opened.Execute("""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            PRAGMA trusted_schema = OFF;
            """);
        if (Migrations.Apply(opened, path, "keys", ApplicationId) is { } refusal)
        {
            opened.Dispose();
            return refusal;
        }

        return new KeyFile(Database.Open(path, readOnly: true), opened);
    }

    public WrappedKey? Find(string subject, string purpose) => Take(byUse.Bind(1, subject).Bind(2, purpose));

    public WrappedKey? Find(string id) => Take(byId.Bind(1, id));

    /// <summary>Adds keys; they are on disk when this returns.</summary>
    /// <returns>How many were not added, because another process had made a key for the same use before.</returns>
    public int Add(IEnumerable<WrappedKey> keys, long at)
    {
        var late = 0;
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (var key in keys)
            {
                late += add.Bind(1, key.Id).Bind(2, key.Subject).Bind(3, key.Purpose).Bind(4, key.Algorithm)
                    .BindBlob(5, key.Wrapped).Bind(6, at).Run() == 1 ? 0 : 1;
            }

            database.Execute("COMMIT");
            return late;
        }
        finally
        {
            if (!database.IsIdle)
            {
                database.Execute("ROLLBACK");
            }
        }
    }

    /// <summary>All keys of a subject that were made until a moment, destroyed ones too.</summary>
    public List<WrappedKey> Of(string subject, long until)
    {
        var keys = new List<WrappedKey>();
        ofSubject.Bind(1, subject).Bind(2, until);
        while (Row(ofSubject) is { } key)
        {
            keys.Add(key);
        }

        return keys;
    }

    /// <summary>Destroys keys. When it returns no file of the folder holds them any more.</summary>
    public void Erase(IEnumerable<string> ids, string order, long at)
    {
        foreach (var id in ids)
        {
            erase.Bind(1, id).Bind(2, at).Bind(3, order).Run();
        }

        // Freed bytes are overwritten (secure_delete); the log that still held them is emptied.
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>What was destroyed, by order.</summary>
    public List<ErasedKeys> Erased()
    {
        var orders = new List<ErasedKeys>();
        while (erased.Step())
        {
            orders.Add(new(
                erased.Text(0), erased.Int32(1), Instant.FromUnixTimeMilliseconds(erased.Int64(2))));
        }

        return orders;
    }

    public byte[]? House(string name)
    {
        house.Bind(1, name);
        var wrapped = house.Step() ? house.Bytes(0) : null;
        house.Reset();
        return wrapped;
    }

    public void SetHouse(string name, byte[] wrapped) => setHouse.Bind(1, name).BindBlob(2, wrapped).Run();

    public void Dispose()
    {
        reading.Dispose();
        database.Dispose();
    }

    private static WrappedKey? Take(Statement statement)
    {
        var row = Row(statement);
        statement.Reset();
        return row;
    }

    private static WrappedKey? Row(Statement statement) => statement.Step()
        ? new WrappedKey(
            statement.Text(0), statement.Text(1), statement.Text(2), statement.Text(3), statement.Bytes(4))
        : null;
}

/// <summary>A data key as the key file holds it; an empty wrapping means it was destroyed.</summary>
internal sealed record WrappedKey(string Id, string Subject, string Purpose, string Algorithm, byte[] Wrapped);
