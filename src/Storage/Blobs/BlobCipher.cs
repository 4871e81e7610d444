using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>
/// Content in pieces of 64 kB, each under AES-256-GCM with its number and whether it is the last as the nonce: pieces
/// cannot be swapped, repeated or cut off. Every blob has a key of its own, so a number is used once.
/// </summary>
internal sealed class BlobCipher(byte[] key) : IDisposable
{
    public const int PieceBytes = 64 * 1024;
    private readonly AesGcm gcm = new(key, GcmCipher.TagBytes);
    private long piece;

    /// <summary>Encrypts the next piece; the output is longer by the tag.</summary>
    public void Encrypt(ReadOnlySpan<byte> plain, Span<byte> output, bool isLast)
    {
        var nonce = Nonce(stackalloc byte[GcmCipher.NonceBytes], isLast);
        gcm.Encrypt(nonce, plain, output[..plain.Length], output[plain.Length..]);
    }

    /// <exception cref="CryptographicException">The piece is not what was written there.</exception>
    public void Decrypt(ReadOnlySpan<byte> cipher, Span<byte> output, bool isLast)
    {
        var nonce = Nonce(stackalloc byte[GcmCipher.NonceBytes], isLast);
        gcm.Decrypt(nonce, cipher[..output.Length], cipher[output.Length..], output);
    }

    public void Dispose() => gcm.Dispose();

    private Span<byte> Nonce(Span<byte> nonce, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, piece++);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
