using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>AES-256-GCM of the platform.</summary>
internal sealed class AesGcmCipher : ICipher
{
    public string Algorithm => "A256GCM";

    public int KeyBytes => 32;

    public void Encrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> output,
        ReadOnlySpan<byte> bound)
    {
        using var gcm = new AesGcm(key, Ciphers.TagBytes);
        gcm.Encrypt(nonce, plain, output[..plain.Length], output[plain.Length..], bound);
    }

    public bool Decrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, Span<byte> output,
        ReadOnlySpan<byte> bound)
    {
        using var gcm = new AesGcm(key, Ciphers.TagBytes);
        try
        {
            gcm.Decrypt(nonce, cipher[..output.Length], cipher[output.Length..], output, bound);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
