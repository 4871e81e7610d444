using Npgsql;

namespace Heluo.Storage.Postgres;

/// <summary>PostgreSQL answered with an error, or could not be reached.</summary>
internal sealed class PostgresFault(NpgsqlException cause)
    : DialectException(cause.Message, (cause as PostgresException)?.SqlState is DataCorrupted or IndexCorrupted)
{
    private const string DataCorrupted = PostgresErrorCodes.DataCorrupted;
    private const string IndexCorrupted = PostgresErrorCodes.IndexCorrupted;
    private const string UniqueViolation = PostgresErrorCodes.UniqueViolation;

    /// <inheritdoc/>
    public override bool IsFull => (cause as PostgresException)?.SqlState == PostgresErrorCodes.DiskFull;

    /// <summary>Whether the server refused a statement and goes on: then nothing of the transaction is stored. A server
    /// that ends the connection may have done so after the commit.</summary>
    public bool IsAnswer => cause is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>Whether a row was there already.</summary>
    public bool IsTaken => (cause as PostgresException)?.SqlState == UniqueViolation;
}
