using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>The content of a blob, decrypted and checked piece by piece as it is read.</summary>
internal sealed class BlobStream(Stream file, BlobCipher cipher, long length) : Stream
{
    private readonly byte[] sealedPiece = new byte[BlobCipher.PieceBytes + Ciphers.TagBytes];
    private readonly byte[] piece = new byte[BlobCipher.PieceBytes];
    private int filled;
    private int taken;
    private long given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The file was altered or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (taken == filled && !Next())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, filled - taken);
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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Next()
    {
        if (given == length)
        {
            return false;
        }

        var wanted = (int)Math.Min(piece.Length, length - given);
        var read = file.ReadAtLeast(sealedPiece, wanted + Ciphers.TagBytes, throwOnEndOfStream: false);
        if (read < wanted + Ciphers.TagBytes)
        {
            throw new InvalidDataException("The blob was cut off.");
        }

        try
        {
            var isLast = given + wanted == length;
            cipher.Decrypt(sealedPiece.AsSpan(0, wanted + Ciphers.TagBytes), piece.AsSpan(0, wanted), isLast);
        }
        catch (CryptographicException altered)
        {
            throw new InvalidDataException("The blob was altered.", altered);
        }

        (filled, taken) = (wanted, 0);
        return true;
    }
}
