namespace Heluo.Storage;

/// <summary>A cipher that also proves what it encrypted (AEAD): nonce of 12 bytes, tag of 16. Two stand here:
/// AES-256-GCM
/// (NIST SP 800-38D) and SM4-GCM (GB/T 32907, RFC 8998).</summary>
public interface ICipher
{
    /// <summary>Its name, kept beside every key: <c>A256GCM</c>, <c>SM4GCM</c>.</summary>
    string Algorithm { get; }

    /// <summary>Bytes of a key.</summary>
    int KeyBytes { get; }

    /// <summary>Encrypts; the output is longer than the plain text by the tag.</summary>
    /// <param name="key">The key.</param>
    /// <param name="nonce">Used once with this key.</param>
    /// <param name="plain">What to encrypt.</param>
    /// <param name="output">Takes the ciphertext and the tag.</param>
    /// <param name="bound">What else must be the same when it is decrypted.</param>
    void Encrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> output,
        ReadOnlySpan<byte> bound);

    /// <summary>Decrypts; false when key, nonce, ciphertext or what is bound do not fit each other.</summary>
    /// <param name="key">The key.</param>
    /// <param name="nonce">The nonce it was encrypted with.</param>
    /// <param name="cipher">Ciphertext and tag.</param>
    /// <param name="output">Takes the plain text, shorter by the tag.</param>
    /// <param name="bound">What was bound.</param>
    bool Decrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, Span<byte> output,
        ReadOnlySpan<byte> bound);
}
