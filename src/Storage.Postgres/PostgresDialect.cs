using System.Collections.Immutable;
using System.Net.Sockets;
using Heluo.Kernel;
using Npgsql;

namespace Heluo.Storage.Postgres;

/// <summary>
/// The journal in one schema of a PostgreSQL database (13 or newer). Several processes may write it: each takes the
/// head row before it writes, so that positions are given in commit order.
/// </summary>
public sealed class PostgresDialect : IDialect
{
    /// <summary>Schema used when the address names no <c>Search Path</c>.</summary>
    public const string DefaultSchema = "heluo";

    private const int LeastServer = 13;
    private readonly NpgsqlDataSource source;
    private readonly PostgresReader reader;
    private readonly PostgresWriter writer;

    private PostgresDialect(NpgsqlDataSource source)
    {
        this.source = source;
        reader = new(source);
        writer = new(source);
        Shelf = new PostgresShelf(source);
    }

    /// <inheritdoc/>
    public IBlobShelf Shelf { get; }

    /// <inheritdoc/>
    public long Head => writer.Head;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Link => writer.Link;

    /// <summary>Opens the store of a schema, making it when it is not there.</summary>
    /// <param name="address">A connection string of Npgsql; <c>Search Path</c> names the schema, one to a city.</param>
    /// <returns>The dialect, or <c>store.address</c>, <c>store.unreadable</c>, <c>store.too_old</c>,
    /// <c>store.forgetful</c>, <c>store.not_ours</c>, <c>store.newer</c>.</returns>
    public static Outcome<PostgresDialect> Open(string address)
    {
        try
        {
            var words = new NpgsqlConnectionStringBuilder(address);
            var schema = words.SearchPath ?? DefaultSchema;
            words.SearchPath = Migrations.Quoted(schema);
            words.ApplicationName ??= "heluo";
            words.MaxAutoPrepare = 32;
            words.AutoPrepareMinUsages = 2;
            words.Options = $"{words.Options} -c synchronous_commit=on -c jit=off".Trim();
            return Open(NpgsqlDataSource.Create(words), schema, $"{words.Host}:{words.Port}/{words.Database}");
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            return PostgresRefusals.Address(wrong.Message);
        }
    }

    /// <inheritdoc/>
    public long Take() => writer.Take();

    /// <inheritdoc/>
    public void Leave() => writer.Leave();

    /// <inheritdoc/>
    public ImmutableArray<Outcome<long>> Write(IReadOnlyList<CommitData> group, Chain chain) =>
        writer.Write(group, chain);

    /// <inheritdoc/>
    public void Tend()
    {
    }

    /// <inheritdoc/>
    public ValueTask<long> HeadAsync() => reader.HeadAsync();

    /// <inheritdoc/>
    public ValueTask<DocumentRow?> DocumentAsync(string stream) => reader.DocumentAsync(stream);

    /// <inheritdoc/>
    public ValueTask<FactRow?> FactAsync(long position) => reader.FactAsync(position);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FactRow>> LogAsync(long from, int max) => reader.LogAsync(from, max);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FactRow>> ChainAsync(string stream, long head, int max) =>
        reader.ChainAsync(stream, head, max);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DocumentRow>> DocumentsAsync(string family, string? shelf, string? after, int max) =>
        reader.DocumentsAsync(family, shelf, after, max);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CommitLink>> LinksAsync(long from, int max) => reader.LinksAsync(from, max);

    /// <inheritdoc/>
    public void Relink(IReadOnlyList<CommitLink> links) => writer.Relink(links);

    /// <inheritdoc/>
    public ValueTask<string?> CheckAsync() => new((string?)null);

    /// <inheritdoc/>
    public void Replace(IReadOnlyList<DocumentRow> documents) => writer.Replace(documents);

    /// <inheritdoc/>
    public string? About(string name) => reader.About(name);

    /// <inheritdoc/>
    public void SetAbout(string name, string value) => writer.SetAbout(name, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        source.Dispose();
    }

    private static Outcome<PostgresDialect> Open(NpgsqlDataSource source, string schema, string where)
    {
        try
        {
            if (Prepare(source, schema) is not { } refusal)
            {
                return new PostgresDialect(source);
            }

            source.Dispose();
            return refusal;
        }
        catch (Exception wrong) when (wrong is NpgsqlException or SocketException or TimeoutException)
        {
            source.Dispose();
            return DialectRefusals.Unreadable(where, wrong.Message);
        }
    }

    private static Refusal? Prepare(NpgsqlDataSource source, string schema)
    {
        using var connection = source.OpenConnection();
        if (connection.PostgreSqlVersion.Major < LeastServer)
        {
            return PostgresRefusals.TooOld(connection.PostgreSqlVersion.Major);
        }

        foreach (var setting in new[] { "fsync", "full_page_writes" })
        {
            using var show = new NpgsqlCommand($"SHOW {setting}", connection);
            if (show.ExecuteScalar() is "off")
            {
                return PostgresRefusals.Forgetful(setting);
            }
        }

        return Migrations.Apply(connection, schema);
    }
}
