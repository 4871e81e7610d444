namespace Heluo.Storage;

/// <summary>The ciphers of the house, by name.</summary>
public static class Ciphers
{
    /// <summary>Bytes of a nonce.</summary>
    public const int NonceBytes = 12;

    /// <summary>Bytes of a tag.</summary>
    public const int TagBytes = 16;

    /// <summary>AES-256-GCM.</summary>
    public static ICipher Aes { get; } = new AesGcmCipher();

    /// <summary>SM4-GCM.</summary>
    public static ICipher Sm4 { get; } = new Sm4GcmCipher();

    /// <summary>The cipher of a name; null when there is none here.</summary>
    public static ICipher? Find(string name) =>
        name == Aes.Algorithm ? Aes : name == Sm4.Algorithm ? Sm4 : null;

    /// <summary>Ciphertext followed by the tag.</summary>
    internal static byte[] Encrypt(
        this ICipher cipher, byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var output = new byte[plain.Length + TagBytes];
        cipher.Encrypt(key, nonce, plain, output, bound);
        return output;
    }

    /// <summary>Null when key, bound text or ciphertext do not fit each other.</summary>
    internal static byte[]? Decrypt(
        this ICipher cipher, byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> content,
        ReadOnlySpan<byte> bound)
    {
        if (content.Length < TagBytes)
        {
            return null;
        }

        var plain = new byte[content.Length - TagBytes];
        return cipher.Decrypt(key, nonce, content, plain, bound) ? plain : null;
    }
}
