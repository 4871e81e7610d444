using Npgsql;

namespace Heluo.Storage.Postgres;

/// <summary>An attachment read piece by piece, each with a question of its own: a slow reader holds no
/// connection.</summary>
internal sealed class PieceStream(NpgsqlDataSource source, string name) : Stream
{
    private byte[] piece = [];
    private int taken;
    private int next;
    private long given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="IOException">The database does not answer.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (taken == piece.Length && !Next())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, piece.Length - taken);
        piece.AsSpan(taken, count).CopyTo(buffer);
        taken += count;
        given += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Next()
    {
        try
        {
            using var read = source.CreateCommand("SELECT body FROM piece WHERE name = $1 AND no = $2");
            read.Parameters.Add(new() { Value = name });
            read.Parameters.Add(new() { Value = next });
            (piece, taken) = (read.ExecuteScalar() as byte[] ?? [], 0);
            next++;
            return piece.Length > 0;
        }
        catch (NpgsqlException failed)
        {
            throw new IOException(failed.Message, failed);
        }
    }
}
