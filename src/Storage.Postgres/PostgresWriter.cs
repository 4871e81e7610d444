using System.Collections.Immutable;
using Heluo.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace Heluo.Storage.Postgres;

/// <summary>The one connection that writes: three round trips for each group, however many commits are in it.</summary>
internal sealed class PostgresWriter(NpgsqlDataSource source) : IDisposable
{
    private NpgsqlConnection? connection;
    private bool taken;

    public long Head { get; private set; } = Newest(source).Position;

    public ReadOnlyMemory<byte> Link { get; private set; } = Newest(source).Link;

    /// <summary>Begins a transaction that holds the head row: until it ends no other process writes.</summary>
    public long Take()
    {
        if (taken)
        {
            return Head;
        }

        // A connection that broke while nobody wrote is found out now, and nothing was sent on it.
        var wasOpen = connection is not null;
        try
        {
            return Begin();
        }
        catch (NpgsqlException wrong)
        {
            Drop();
            source.Clear();
            return wasOpen ? Take() : throw new PostgresFault(wrong);
        }
    }

    public ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain)
    {
        try
        {
            if (Attempt(group, chain) is { } done)
            {
                return done;
            }

            // The server refused the whole transaction. Alone, each shows whether it was the one.
            var outcomes = ImmutableArray.CreateBuilder<Outcome<long>>(group.Count);
            foreach (var one in group)
            {
                outcomes.Add(Attempt([one], chain) is { } alone ? alone[0] : DialectRefusals.Full());
            }

            return outcomes.MoveToImmutable();
        }
        catch (PostgresFault fault)
        {
            // The server could not be reached before anything was sent.
            return [.. group.Select(_ => (Outcome<long>)DialectRefusals.Failed(fault.Message))];
        }
    }

    public void Replace(IReadOnlyList<DocumentRow> documents) => Alone(() =>
    {
        using var replace = new NpgsqlBatch(connection);
        foreach (var row in documents)
        {
            replace.BatchCommands.Add(new("""
                UPDATE document SET shelf = $4, body = $5 WHERE stream = $1 AND version = $2 AND head = $3
                """)
            {
                Parameters =
                {
                    new() { Value = row.Stream },
                    new() { Value = row.Version },
                    new() { Value = row.Head },
                    new() { Value = (object?)row.Shelf ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                    new() { Value = row.Body, NpgsqlDbType = NpgsqlDbType.Bytea },
                },
            });
        }

        replace.ExecuteNonQuery();
    });

    public void Relink(IReadOnlyList<CommitLink> links) => Alone(() =>
    {
        using var set = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                GroupCommands.Links(links),
                new("UPDATE head SET link = $1") { Parameters = { new() { Value = links[^1].Link.ToArray() } } },
            },
        };
        set.ExecuteNonQuery();
        Link = links[^1].Link;
    });

    public void SetAbout(string name, string value) => Alone(() =>
    {
        using var set = new NpgsqlCommand(
            "INSERT INTO about (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            connection)
        {
            Parameters = { new() { Value = name }, new() { Value = value } },
        };
        set.ExecuteNonQuery();
    });

    public void Dispose() => Drop();

    private long Begin()
    {
        connection ??= source.OpenConnection();
        using var take = new NpgsqlBatch(connection)
        {
            BatchCommands = { new("BEGIN"), new("SELECT position, link FROM head FOR UPDATE") },
        };
        using (var found = take.ExecuteReader())
        {
            (Head, Link) = HeadOf(found);
        }

        taken = true;
        return Head;
    }

    private static (long Position, byte[] Link) Newest(NpgsqlDataSource source)
    {
        using var newest = source.CreateCommand("SELECT position, link FROM head");
        using var found = newest.ExecuteReader();
        return HeadOf(found);
    }

    private static (long Position, byte[] Link) HeadOf(NpgsqlDataReader found)
    {
        found.Read();
        return (found.GetInt64(0), found.GetFieldValue<byte[]>(1));
    }

    /// <summary>Null when the server refused a group of several, of which nothing is stored.</summary>
    private ImmutableArray<Outcome<long>>? Attempt(IReadOnlyList<CommitData> group, Chain chain)
    {
        Take();
        PostgresFault fault;
        try
        {
            var draft = new GroupDraft(Head, Link, Documents(group), chain);
            var outcomes = group.Select(draft.Add).ToImmutableArray();
            if (draft.Facts.Count == 0)
            {
                Leave();
                return outcomes;
            }

            Send(draft);
            (Head, Link, taken) = (draft.Head, draft.Link, false);
            return outcomes;
        }
        catch (NpgsqlException wrong)
        {
            fault = new PostgresFault(wrong);
        }

        Drop();
        return !fault.IsAnswer ? throw new InDoubtException("The commit could not be made durable.", fault)
            : group.Count > 1 ? null
            : [fault.IsFull ? DialectRefusals.Full() : DialectRefusals.Failed(fault.Message)];
    }

    private Dictionary<string, (int Version, long Head)> Documents(IReadOnlyList<CommitData> group)
    {
        var named = group.SelectMany(one =>
            one.Reads.Select(read => read.Stream).Concat(one.Writes.Select(write => write.Stream))).Distinct()
            .ToArray();
        using var find = new NpgsqlCommand(
            "SELECT stream, version, head FROM document WHERE stream = ANY($1)", connection)
        {
            Parameters = { new() { Value = named, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text } },
        };
        using var found = find.ExecuteReader();
        var documents = new Dictionary<string, (int, long)>(StringComparer.Ordinal);
        while (found.Read())
        {
            documents.Add(found.GetString(0), (found.GetInt32(1), found.GetInt64(2)));
        }

        return documents;
    }

    private void Send(GroupDraft draft)
    {
        using var send = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                GroupCommands.Facts(draft.Facts),
                GroupCommands.Documents(draft.Documents),
                new("UPDATE head SET position = $1, link = $2")
                {
                    Parameters = { new() { Value = draft.Head }, new() { Value = draft.Link.ToArray() } },
                },
                new("COMMIT"),
            },
        };
        send.ExecuteNonQuery();
    }

    // Small writes of the store itself wait until the head row is free, so that a reader of the log sees them in order.
    private void Alone(Action write)
    {
        Take();
        try
        {
            write();
            Run("COMMIT");
            taken = false;
        }
        catch (NpgsqlException wrong)
        {
            Drop();
            throw new PostgresFault(wrong);
        }
    }

    public void Leave()
    {
        if (!taken)
        {
            return;
        }

        try
        {
            Run("ROLLBACK");
            taken = false;
        }
        catch (NpgsqlException)
        {
            Drop();
        }
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    // Closing rolls back whatever was open; a broken connection is not put back into the pool.
    private void Drop()
    {
        taken = false;
        connection?.Dispose();
        connection = null;
    }
}
