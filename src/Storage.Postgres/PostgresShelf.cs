using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Heluo.Storage.Postgres;

/// <summary>Attachments in pieces of 256 kB beside the journal, so that one backup holds both.</summary>
internal sealed class PostgresShelf(NpgsqlDataSource source) : IBlobShelf
{
    private const int PieceBytes = 256 * 1024;

    public void Keep(string name, string draft, Instant at)
    {
        try
        {
            using var connection = source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            if (Add(connection, name, at))
            {
                using var file = File.OpenRead(draft);
                AddPieces(connection, name, file);
            }

            transaction.Commit();
        }
        catch (NpgsqlException failed)
        {
            throw new IOException(failed.Message, failed);
        }
    }

    public Stream? Open(string name)
    {
        try
        {
            using var find = source.CreateCommand("SELECT 1 FROM blob WHERE name = $1");
            find.Parameters.Add(new() { Value = name });
            return find.ExecuteScalar() is null ? null : new PieceStream(source, name);
        }
        catch (NpgsqlException failed)
        {
            throw new IOException(failed.Message, failed);
        }
    }

    public int Sweep(IReadOnlySet<string> named, Instant before)
    {
        using var sweep = source.CreateCommand("DELETE FROM blob WHERE at < $1 AND NOT name = ANY($2)");
        sweep.Parameters.Add(new() { Value = before.ToUnixTimeMilliseconds() });
        sweep.Parameters.Add(
            new() { Value = named.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return sweep.ExecuteNonQuery();
    }

    // Whoever was first has kept the same bytes: the name is their hash. The age counts from the last time.
    private static bool Add(NpgsqlConnection connection, string name, Instant at)
    {
        using var add = new NpgsqlCommand(
            "INSERT INTO blob (name, at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET at = excluded.at "
            + "RETURNING (xmax = 0)", connection)
        {
            Parameters = { new() { Value = name }, new() { Value = at.ToUnixTimeMilliseconds() } },
        };
        return (bool)add.ExecuteScalar()!;
    }

    private static void AddPieces(NpgsqlConnection connection, string name, FileStream file)
    {
        var piece = new byte[PieceBytes];
        for (var no = 0; ; no++)
        {
            var length = file.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
            if (length == 0)
            {
                return;
            }

            using var add = new NpgsqlCommand("INSERT INTO piece (name, no, body) VALUES ($1, $2, $3)", connection)
            {
                Parameters =
                {
                    new() { Value = name },
                    new() { Value = no },
                    new() { Value = piece.AsMemory(0, length), NpgsqlDbType = NpgsqlDbType.Bytea },
                },
            };
            add.ExecuteNonQuery();
        }
    }
}
