using System.Security.Cryptography;
using CsCheck;

namespace Heluo.Storage.Tests.Blobs;

public sealed class BlobCipherTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Pieces_cannot_be_swapped_repeated_or_given_the_wrong_end()
    {
        var pieces = Encrypt([[1], [2], [3]]);
        Decrypts(pieces, last: 2).ShouldBeTrue();
        Decrypts([pieces[1], pieces[0], pieces[2]], last: 2).ShouldBeFalse();
        Decrypts([pieces[0], pieces[0], pieces[2]], last: 2).ShouldBeFalse();
        Decrypts([pieces[0], pieces[2]], last: 1).ShouldBeFalse();
        Decrypts([pieces[0], pieces[1]], last: 1).ShouldBeFalse();
        Decrypts([.. pieces, pieces[2]], last: 3).ShouldBeFalse();
    }

    [Fact]
    public void Any_pieces_come_back_as_they_were() => Gen.Byte.Array[1, 100].Array[1, 5].Sample(plain =>
    {
        var pieces = Encrypt(plain);
        var cipher = new BlobCipher(Ciphers.Aes, Key);
        for (var i = 0; i < plain.Length; i++)
        {
            var output = new byte[plain[i].Length];
            cipher.Decrypt(pieces[i], output, i == plain.Length - 1);
            output.ShouldBe(plain[i]);
        }
    });

    private static byte[][] Encrypt(byte[][] plain)
    {
        var cipher = new BlobCipher(Ciphers.Aes, Key);
        return [.. plain.Select((piece, i) =>
        {
            var output = new byte[piece.Length + Ciphers.TagBytes];
            cipher.Encrypt(piece, output, i == plain.Length - 1);
            return output;
        })];
    }

    private static bool Decrypts(byte[][] pieces, int last)
    {
        var cipher = new BlobCipher(Ciphers.Aes, Key);
        try
        {
            for (var i = 0; i < pieces.Length; i++)
            {
                cipher.Decrypt(pieces[i], new byte[pieces[i].Length - Ciphers.TagBytes], i == last);
            }

            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
