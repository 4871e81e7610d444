using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>AES-256-GCM. The algorithm's name stands in every key record, so that another cipher can stand beside
/// it.</summary>
internal static class GcmCipher
{
    public const string Algorithm = "A256GCM";
    public const int KeyBytes = 32;
    public const int NonceBytes = 12;
    public const int TagBytes = 16;

    /// <summary>Ciphertext followed by the tag.</summary>
    public static byte[] Encrypt(
        byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var output = new byte[plain.Length + TagBytes];
        using var gcm = new AesGcm(key, TagBytes);
        gcm.Encrypt(nonce, plain, output.AsSpan(0, plain.Length), output.AsSpan(plain.Length), bound);
        return output;
    }

    /// <summary>Null when key, bound text or ciphertext do not fit each other.</summary>
    public static byte[]? Decrypt(
        byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> bound)
    {
        if (cipher.Length < TagBytes)
        {
            return null;
        }

        var plain = new byte[cipher.Length - TagBytes];
        using var gcm = new AesGcm(key, TagBytes);
        try
        {
            gcm.Decrypt(nonce, cipher[..plain.Length], cipher[plain.Length..], plain, bound);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
