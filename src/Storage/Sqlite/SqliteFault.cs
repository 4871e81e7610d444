using SQLitePCL;

namespace Heluo.Storage.Sqlite;

/// <summary>SQLite answered with an error.</summary>
internal sealed class SqliteFault(int code, string message)
    : DialectException($"{message} ({code})", (code & 0xff) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
{
    /// <summary>The primary code, without its extension.</summary>
    public int Primary => code & 0xff;

    /// <inheritdoc/>
    public override bool IsFull => Primary == raw.SQLITE_FULL;
}
