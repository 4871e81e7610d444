using Heluo.Kernel;
using Heluo.Storage.Postgres;
using Npgsql;

namespace Heluo.Storage.Tests.Postgres;

/// <summary>In a schema of the trial's PostgreSQL server that goes away with the test.</summary>
public sealed class SchemaPlace : IPlace
{
    private const string Variable = "HELUO_POSTGRES";
    private static int made;

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address
        : throw new InvalidOperationException(
            $"{Variable} names no server: run ./test, or set it to what 'eng/postgres.sh start FOLDER' prints.");

    public string Schema { get; } = $"t{Environment.ProcessId}_{Interlocked.Increment(ref made)}";

    public string Address => new NpgsqlConnectionStringBuilder(Server)
    {
        SearchPath = Schema, ApplicationName = Schema, MaxPoolSize = 8, Timeout = 30,
    }.ToString();

    public Outcome<Store> Open(StoreOptions options, FactCatalog catalog, TimeProvider clock) =>
        PostgresDialect.Open(Address).TryGet(out var dialect, out var refusal)
            ? Store.Open(dialect, options, catalog, clock)
            : refusal;

    // What a killed process had sent is done, or not, when nobody holds the head any more.
    public void Settle() => Run("SELECT position FROM head FOR UPDATE");

    public string Unlink => "UPDATE head SET link = ''";

    public void Alter(string folder, string sql) => Run(sql);

    /// <summary>Runs a statement as somebody who is not this house.</summary>
    public void Run(string sql)
    {
        using var source = NpgsqlDataSource.Create(Address + ";Pooling=false");
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>The number a question answers.</summary>
    public int Count(string sql)
    {
        using var source = NpgsqlDataSource.Create(Address + ";Pooling=false");
        using var command = source.CreateCommand(sql);
        return (int)(long)command.ExecuteScalar()!;
    }

    public void Dispose() => Run($"DROP SCHEMA IF EXISTS \"{Schema}\" CASCADE");
}
