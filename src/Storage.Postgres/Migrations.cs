using System.Globalization;
using System.Reflection;
using Heluo.Kernel;
using Npgsql;

namespace Heluo.Storage.Postgres;

/// <summary>Brings a schema of the database to the newest form by numbered SQL files, all in one transaction.</summary>
internal static class Migrations
{
    // Two processes that start at once must not both migrate.
    private const long Gate = 0x48454C55;

    /// <summary>Applies what is missing of <c>NNNN_journal.sql</c>; refuses a newer or a foreign schema by
    /// name.</summary>
    public static Refusal? Apply(NpgsqlConnection connection, string schema)
    {
        var scripts = Scripts();
        using var transaction = connection.BeginTransaction();
        Run(connection, FormattableString.Invariant($"SELECT pg_advisory_xact_lock({Gate})"));
        Run(connection, $"CREATE SCHEMA IF NOT EXISTS {Quoted(schema)}");
        var version = Version(connection, schema);
        if (version == 0 && Count(connection, schema) > 0)
        {
            return DialectRefusals.NotOurs(schema);
        }

        if (version > scripts.Count)
        {
            return DialectRefusals.Newer($"store '{schema}'", version, scripts.Count);
        }

        foreach (var script in scripts.Skip(version))
        {
            Run(connection, script);
        }

        if (version < scripts.Count)
        {
            Run(connection, "CREATE TABLE IF NOT EXISTS form (version integer NOT NULL)");
            Run(connection, string.Create(
                CultureInfo.InvariantCulture, $"DELETE FROM form; INSERT INTO form VALUES ({scripts.Count})"));
        }

        transaction.Commit();
        return null;
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static int Version(NpgsqlConnection connection, string schema)
    {
        using var form = new NpgsqlCommand(
            "SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'form'", connection);
        form.Parameters.Add(new() { Value = schema });
        if (form.ExecuteScalar() is null)
        {
            return 0;
        }

        using var version = new NpgsqlCommand("SELECT version FROM form", connection);
        return version.ExecuteScalar() as int? ?? 0;
    }

    private static long Count(NpgsqlConnection connection, string schema)
    {
        using var count = new NpgsqlCommand("SELECT count(*) FROM pg_tables WHERE schemaname = $1", connection);
        count.Parameters.Add(new() { Value = schema });
        return (long)count.ExecuteScalar()!;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static List<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith("_journal.sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
