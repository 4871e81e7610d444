using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>
/// Content in pieces of 64 kB, each under the cipher of its key with its number and whether it is the last as the
/// nonce: pieces
/// cannot be swapped, repeated or cut off. Every blob has a key of its own, so a number is used once.
/// </summary>
internal sealed class BlobCipher(ICipher cipher, byte[] key)
{
    public const int PieceBytes = 64 * 1024;
    private long piece;

    /// <summary>Encrypts the next piece; the output is longer by the tag.</summary>
    public void Encrypt(ReadOnlySpan<byte> plain, Span<byte> output, bool isLast)
    {
        var nonce = Nonce(stackalloc byte[Ciphers.NonceBytes], isLast);
        cipher.Encrypt(key, nonce, plain, output, bound: default);
    }

    /// <exception cref="CryptographicException">The piece is not what was written there.</exception>
    public void Decrypt(ReadOnlySpan<byte> sealedPiece, Span<byte> output, bool isLast)
    {
        var nonce = Nonce(stackalloc byte[Ciphers.NonceBytes], isLast);
        if (!cipher.Decrypt(key, nonce, sealedPiece, output, bound: default))
        {
            throw new CryptographicException("The piece is not what was written there.");
        }
    }

    private Span<byte> Nonce(Span<byte> nonce, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, piece++);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
