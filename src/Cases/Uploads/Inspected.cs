namespace Heluo.Cases;

/// <summary>The bytes already read, then the rest; at the end of a file that is not whole the reader gets
/// <see cref="UnsoundException"/> instead of it, and so keeps nothing.</summary>
internal sealed class Inspected(ReadOnlyMemory<byte> start, Stream rest, FileShape shape) : Stream
{
    private ReadOnlyMemory<byte> left = start;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        var read = Begun(buffer.Span);
        if (read == 0 && (read = await rest.ReadAsync(buffer, cancellationToken)) == 0 && !shape.IsSound())
        {
            throw new UnsoundException();
        }

        shape.Take(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Begun(Span<byte> buffer)
    {
        var taken = Math.Min(left.Length, buffer.Length);
        left.Span[..taken].CopyTo(buffer);
        left = left[taken..];
        return taken;
    }
}

/// <summary>A file ended that is not whole; caught where the upload began.</summary>
internal sealed class UnsoundException : Exception;
