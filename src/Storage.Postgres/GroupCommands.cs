using System.Runtime.InteropServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Heluo.Storage.Postgres;

/// <summary>The two statements a group is written with: columns go over as arrays.</summary>
internal static class GroupCommands
{
    public static NpgsqlBatchCommand Facts(List<FactRow> facts) => new("""
        INSERT INTO fact (position, stream, version, prev, kind, at, actor, command_id, cause, body, link)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """)
    {
        Parameters =
        {
            Of(NpgsqlDbType.Bigint, facts.ConvertAll(fact => fact.Position)),
            Of(NpgsqlDbType.Text, facts.ConvertAll(fact => fact.Stream)),
            Of(NpgsqlDbType.Integer, facts.ConvertAll(fact => fact.Version)),
            Of(NpgsqlDbType.Bigint, facts.ConvertAll(fact => fact.Previous)),
            Of(NpgsqlDbType.Text, facts.ConvertAll(fact => fact.Kind)),
            Of(NpgsqlDbType.Bigint, facts.ConvertAll(fact => fact.At)),
            Of(NpgsqlDbType.Text, facts.ConvertAll(fact => fact.Actor)),
            Of(NpgsqlDbType.Text, facts.ConvertAll(fact => fact.Command)),
            Of(NpgsqlDbType.Text, facts.ConvertAll(fact => fact.Cause)),
            Of(NpgsqlDbType.Text, facts.ConvertAll(fact => Encoding.UTF8.GetString(fact.Body.Span))),
            Of(NpgsqlDbType.Bytea, facts.ConvertAll(fact => fact.Link.IsEmpty ? null : Bytes(fact.Link))),
        },
    };

    public static NpgsqlBatchCommand Documents(IReadOnlyCollection<DocumentRow> documents)
    {
        var rows = documents.ToList();
        return new("""
            INSERT INTO document (stream, version, head, shelf, body)
            SELECT * FROM unnest($1, $2, $3, $4, $5)
            ON CONFLICT (stream) DO UPDATE
            SET version = excluded.version, head = excluded.head, shelf = excluded.shelf, body = excluded.body
            """)
        {
            Parameters =
            {
                Of(NpgsqlDbType.Text, rows.ConvertAll(row => row.Stream)),
                Of(NpgsqlDbType.Integer, rows.ConvertAll(row => row.Version)),
                Of(NpgsqlDbType.Bigint, rows.ConvertAll(row => row.Head)),
                Of(NpgsqlDbType.Text, rows.ConvertAll(row => row.Shelf)),
                Of(NpgsqlDbType.Bytea, rows.ConvertAll(row => Bytes(row.Body))),
            },
        };
    }

    public static NpgsqlBatchCommand Links(IReadOnlyList<CommitLink> links) => new("""
        UPDATE fact SET link = given.link FROM unnest($1, $2) AS given (first, link)
        WHERE fact.position = given.first AND fact.link IS NULL
        """)
    {
        Parameters =
        {
            Of(NpgsqlDbType.Bigint, links.Select(one => one.First).ToList()),
            Of(NpgsqlDbType.Bytea, links.Select(one => Bytes(one.Link)).ToList()),
        },
    };

    private static NpgsqlParameter Of<T>(NpgsqlDbType element, List<T> column) =>
        new() { Value = column, NpgsqlDbType = NpgsqlDbType.Array | element };

    private static byte[] Bytes(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var whole) && whole.Array is { } array && array.Length == body.Length
            ? array : body.ToArray();
}
