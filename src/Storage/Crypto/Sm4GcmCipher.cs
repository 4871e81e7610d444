using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Heluo.Storage;

/// <summary>SM4 in Galois counter mode: GB/T 32907 with the mode of RFC 8998.</summary>
internal sealed class Sm4GcmCipher : ICipher
{
    public string Algorithm => "SM4GCM";

    public int KeyBytes => 16;

    public void Encrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> output,
        ReadOnlySpan<byte> bound)
    {
        var gcm = Begin(forEncryption: true, key, nonce, bound);
        var written = gcm.ProcessBytes(plain, output);
        gcm.DoFinal(output[written..]);
    }

    public bool Decrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, Span<byte> output,
        ReadOnlySpan<byte> bound)
    {
        var gcm = Begin(forEncryption: false, key, nonce, bound);
        var plain = new byte[gcm.GetOutputSize(cipher.Length)];
        try
        {
            var written = gcm.ProcessBytes(cipher, plain);
            gcm.DoFinal(plain.AsSpan(written));
        }
        catch (InvalidCipherTextException)
        {
            return false;
        }

        plain.CopyTo(output);
        return true;
    }

    private static GcmBlockCipher Begin(
        bool forEncryption, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> bound)
    {
        var gcm = new GcmBlockCipher(new SM4Engine());
        gcm.Init(forEncryption, new AeadParameters(
            new KeyParameter(key), Ciphers.TagBytes * 8, nonce.ToArray(), bound.ToArray()));
        return gcm;
    }
}
