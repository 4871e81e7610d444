using SQLitePCL;

namespace Heluo.Storage.Sqlite;

/// <summary>One connection to one SQLite file, at the level of SQLite's own functions: every result code is
/// seen.</summary>
internal sealed class Database : IDisposable
{
    private readonly List<Statement> statements = [];

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle) => Handle = handle;

    public sqlite3 Handle { get; }

    /// <summary>Whether no transaction is open; a failed statement may have rolled one back.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(Handle) != 0;

    public int Changes => raw.sqlite3_changes(Handle);

    /// <exception cref="SqliteFault">The file cannot be opened.</exception>
    public static Database Open(string path, bool readOnly = false)
    {
        var flags = readOnly
            ? raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX
            : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(path, out var handle, flags, vfs: null);
        if (code != raw.SQLITE_OK)
        {
            var fault = new SqliteFault(code, raw.sqlite3_errstr(code).utf8_to_string());
            handle?.Dispose();
            throw fault;
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, 5_000);
        return new(handle);
    }

    /// <summary>Runs statements that give no rows, or whose rows nobody wants.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(Handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }
    }

    /// <summary>A statement kept for as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }

        var prepared = new Statement(this, statement);
        statements.Add(prepared);
        return prepared;
    }

    /// <summary>A statement for one use; the caller disposes it.</summary>
    public Statement PrepareOnce(string sql)
    {
        var statement = Prepare(sql);
        statements.Remove(statement);
        return statement;
    }

    /// <summary>The first column of the first row as a number; 0 when there is no row.</summary>
    public long Number(string sql)
    {
        using var statement = PrepareOnce(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    public SqliteFault Fault(int code) => new(code, raw.sqlite3_errmsg(Handle).utf8_to_string());

    public void Dispose()
    {
        foreach (var statement in statements)
        {
            statement.Dispose();
        }

        Handle.Dispose();
    }
}
