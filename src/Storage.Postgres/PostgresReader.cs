using Npgsql;
using NpgsqlTypes;

namespace Heluo.Storage.Postgres;

/// <summary>Reads rows; each read is its own short snapshot on a connection of the pool.</summary>
internal sealed class PostgresReader(NpgsqlDataSource source)
{
    private const string FactColumns =
        "position, stream, version, prev, kind, at, actor, command_id, cause, body, link";
    private const string DocumentColumns = "stream, version, head, shelf, body";

    // A link that does not lead strictly downwards ends the walk, which is found below.
    private const string ChainWalk = """
        WITH RECURSIVE chain AS (
            SELECT f.*, 1 AS step FROM fact f WHERE f.position = $1
            UNION ALL
            SELECT f.*, c.step + 1 FROM chain c JOIN fact f ON f.position = c.prev
            WHERE c.prev < c.position AND c.step < $2)
        SELECT position, stream, version, prev, kind, at, actor, command_id, cause, body, link FROM chain ORDER BY step
        """;

    public async ValueTask<long> HeadAsync() => (await RowsAsync(
        "SELECT position FROM head", [], static row => row.GetInt64(0)))[0];

    public async ValueTask<DocumentRow?> DocumentAsync(string stream) => (await RowsAsync(
        $"SELECT {DocumentColumns} FROM document WHERE stream = $1", [Text(stream)], DocumentOf)).FirstOrDefault();

    public async ValueTask<FactRow?> FactAsync(long position) => (await RowsAsync(
        $"SELECT {FactColumns} FROM fact WHERE position = $1", [Number(position)], FactOf)).FirstOrDefault();

    public async ValueTask<IReadOnlyList<FactRow>> LogAsync(long from, int max) => await RowsAsync(
        $"SELECT {FactColumns} FROM fact WHERE position >= $1 ORDER BY position LIMIT $2",
        [Number(from), Number(max)], FactOf);

    public async ValueTask<IReadOnlyList<FactRow>> ChainAsync(string stream, long head, int max)
    {
        if (head <= 0 || max <= 0)
        {
            return [];
        }

        var rows = await RowsAsync(ChainWalk, [Number(head), Number(max)], FactOf);
        var next = head;
        foreach (var row in rows)
        {
            if (row.Position != next || row.Stream != stream || row.Previous >= row.Position)
            {
                throw Broken(stream, next);
            }

            next = row.Previous;
        }

        return rows.Count == max || next == 0 ? rows : throw Broken(stream, next);
    }

    public async ValueTask<IReadOnlyList<DocumentRow>> DocumentsAsync(
        string family, string? shelf, string? after, int max)
    {
        // The character after '/' ends the family's range.
        List<NpgsqlParameter> given = [Text(after ?? family + "/"), Text(family + "0"), Number(max)];
        var onShelf = shelf is null ? "" : "shelf = $4 AND ";
        if (shelf is not null)
        {
            given.Add(Text(shelf));
        }

        return await RowsAsync(
            $"""
            SELECT {DocumentColumns} FROM document
            WHERE {onShelf}stream > $1 AND stream < $2 ORDER BY stream LIMIT $3
            """,
            given, DocumentOf);
    }

    public async ValueTask<IReadOnlyList<CommitLink>> LinksAsync(long from, int max) => await RowsAsync(
        "SELECT position, link FROM fact WHERE position >= $1 AND link IS NOT NULL ORDER BY position LIMIT $2",
        [Number(from), Number(max)], static row => new CommitLink(row.GetInt64(0), row.GetFieldValue<byte[]>(1)));

    public string? About(string name)
    {
        try
        {
            using var command = source.CreateCommand("SELECT value FROM about WHERE name = $1");
            command.Parameters.Add(Text(name));
            return (string?)command.ExecuteScalar();
        }
        catch (NpgsqlException wrong)
        {
            throw new PostgresFault(wrong);
        }
    }

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Number(long value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    private static DialectException Broken(string stream, long position) => new(
        FormattableString.Invariant($"the links of '{stream}' break at {position}"), isDamage: true);

    private static DocumentRow DocumentOf(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<byte[]>(4));

    private static FactRow FactOf(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3), row.GetString(4), row.GetInt64(5),
        row.GetString(6), row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8), row.GetFieldValue<byte[]>(9))
    {
        Link = row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10),
    };

    private async ValueTask<List<T>> RowsAsync<T>(
        string sql, IEnumerable<NpgsqlParameter> given, Func<NpgsqlDataReader, T> read)
    {
        try
        {
            try
            {
                return await AskAsync(sql, given, read);
            }
            catch (NpgsqlException ended) when (!new PostgresFault(ended).IsAnswer)
            {
                // The server may have been started anew while the connection lay in the pool: ask on a new one.
                source.Clear();
                return await AskAsync(sql, given, read);
            }
        }
        catch (NpgsqlException wrong)
        {
            throw new PostgresFault(wrong);
        }
        catch (ObjectDisposedException)
        {
            throw new DialectException("The store is closed.", isDamage: false) { IsClosed = true };
        }
    }

    private async ValueTask<List<T>> AskAsync<T>(
        string sql, IEnumerable<NpgsqlParameter> given, Func<NpgsqlDataReader, T> read)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in given)
        {
            command.Parameters.Add(parameter.Clone());
        }

        await using var found = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await found.ReadAsync())
        {
            rows.Add(read(found));
        }

        return rows;
    }
}
