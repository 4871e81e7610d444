using SQLitePCL;

namespace Heluo.Storage.Sqlite;

/// <summary>One reading connection with its statements. Used by one thread at a time; each read is its own short
/// snapshot.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string FactColumns =
        "position, stream, version, prev, kind, at, actor, command_id, cause, body, link";
    private const string DocumentColumns = "stream, version, head, shelf, body";
    private readonly Database database;
    private readonly Statement document;
    private readonly Statement fact;
    private readonly Statement log;
    private readonly Statement family;
    private readonly Statement shelf;
    private readonly Statement about;
    private readonly Statement links;

    public SqliteReader(Database database)
    {
        this.database = database;
        document = database.Prepare($"SELECT {DocumentColumns} FROM document WHERE stream = ?1");
        fact = database.Prepare($"SELECT {FactColumns} FROM fact WHERE position = ?1");
        log = database.Prepare($"SELECT {FactColumns} FROM fact WHERE position >= ?1 ORDER BY position LIMIT ?2");
        family = database.Prepare($"""
            SELECT {DocumentColumns} FROM document WHERE stream > ?1 AND stream < ?2 ORDER BY stream LIMIT ?3
            """);
        shelf = database.Prepare($"""
            SELECT {DocumentColumns} FROM document
            WHERE shelf = ?4 AND stream > ?1 AND stream < ?2 ORDER BY stream LIMIT ?3
            """);
        links = database.Prepare(
            "SELECT position, link FROM fact WHERE position >= ?1 AND link IS NOT NULL ORDER BY position LIMIT ?2");
        about = database.Prepare("SELECT value FROM about WHERE name = ?1");
    }

    public DocumentRow? Document(string stream)
    {
        document.Bind(1, stream);
        var row = document.Step() ? DocumentOf(document) : null;
        document.Reset();
        return row;
    }

    public FactRow? Fact(long position)
    {
        fact.Bind(1, position);
        var row = fact.Step() ? FactOf(fact) : null;
        fact.Reset();
        return row;
    }

    public IReadOnlyList<FactRow> Log(long from, int max)
    {
        var rows = new List<FactRow>();
        log.Bind(1, from).Bind(2, max);
        while (log.Step())
        {
            rows.Add(FactOf(log));
        }

        return rows;
    }

    public IReadOnlyList<FactRow> Chain(string stream, long head, int max)
    {
        var rows = new List<FactRow>();
        for (var position = head; position > 0 && rows.Count < max;)
        {
            // A link that does not lead strictly downwards within its stream is damage, and would be an endless walk.
            if (Fact(position) is not { } row || row.Stream != stream || row.Previous >= position)
            {
                throw new SqliteFault(raw.SQLITE_CORRUPT, $"the links of '{stream}' break at {position}");
            }

            rows.Add(row);
            position = row.Previous;
        }

        return rows;
    }

    public IReadOnlyList<DocumentRow> Documents(string name, string? onShelf, string? after, int max)
    {
        var rows = new List<DocumentRow>();
        var statement = onShelf is null ? family : shelf;
        // The character after '/' ends the family's range.
        statement.Bind(1, after ?? name + "/").Bind(2, name + "0").Bind(3, max);
        if (onShelf is not null)
        {
            statement.Bind(4, onShelf);
        }

        while (statement.Step())
        {
            rows.Add(DocumentOf(statement));
        }

        return rows;
    }

    public IReadOnlyList<CommitLink> Links(long from, int max)
    {
        var found = new List<CommitLink>();
        links.Bind(1, from).Bind(2, max);
        while (links.Step())
        {
            found.Add(new(links.Int64(0), links.Bytes(1)));
        }

        return found;
    }

    /// <summary>The first complaint of the database about its own file; null when it has none.</summary>
    public string? Check()
    {
        using var check = database.PrepareOnce("PRAGMA integrity_check(1)");
        return check.Step() && check.Text(0) is var found && found != "ok" ? found : null;
    }

    public string? About(string name)
    {
        about.Bind(1, name);
        var value = about.Step() ? about.Text(0) : null;
        about.Reset();
        return value;
    }

    public void Dispose() => database.Dispose();

    private static DocumentRow DocumentOf(Statement row) =>
        new(row.Text(0), row.Int32(1), row.Int64(2), row.TextOrNull(3), row.Bytes(4));

    private static FactRow FactOf(Statement row) => new(
        row.Int64(0), row.Text(1), row.Int32(2), row.Int64(3), row.Text(4), row.Int64(5), row.Text(6), row.Text(7),
        row.TextOrNull(8), row.Bytes(9))
    {
        Link = row.Bytes(10),
    };
}
