using System.Text;
using SQLitePCL;

namespace Heluo.Storage.Sqlite;

/// <summary>A prepared statement. Bind from index 1, step, read columns from 0, then reset.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> utf8)
    {
        Check(raw.sqlite3_bind_text(handle, index, utf8));
        return this;
    }

    public Statement BindBlob(int index, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(handle, index, bytes));
        return this;
    }

    public Statement BindBlobOrNull(int index, byte[]? bytes) =>
        bytes is null ? Bind(index, text: null) : BindBlob(index, bytes);

    public Statement Bind(int index, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(handle, index));
            return this;
        }

        Span<byte> small = stackalloc byte[512];
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var buffer = size <= small.Length ? small : new byte[size];
        return Bind(index, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }

    /// <summary>Whether there is a row; after the last it is reset by itself.</summary>
    /// <exception cref="SqliteFault">The statement failed; it has been reset.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            var fault = database.Fault(code);
            raw.sqlite3_reset(handle);
            throw fault;
        }

        raw.sqlite3_reset(handle);
        return false;
    }

    /// <summary>Runs it to the end; how many rows it changed.</summary>
    public int Run()
    {
        while (Step())
        {
            // A pragma may answer with rows that nobody wants.
        }

        return database.Changes;
    }

    public void Reset() => raw.sqlite3_reset(handle);

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int32(int column) => raw.sqlite3_column_int(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) =>
        raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose() => handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw database.Fault(code);
        }
    }
}
