using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>A public key that tells whether its private one signed.</summary>
/// <param name="info">The key as SubjectPublicKeyInfo, DER.</param>
public abstract class VerifyingKey(byte[] info)
{
    /// <summary>As <see cref="SigningKey.Algorithm"/>.</summary>
    public abstract string Algorithm { get; }

    /// <summary>The key as SubjectPublicKeyInfo, DER.</summary>
    public ReadOnlyMemory<byte> Info => info;

    /// <summary>The key, PEM.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", info) + "\n";

    /// <summary>SHA-256 over the key, 64 hexadecimal digits: what people compare.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(info));

    /// <summary>A public key from its PEM; null when it is none that is known here.</summary>
    public static VerifyingKey? Read(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return Es256.ReadPublic(pem) ?? Sm2.ReadPublic(pem);
    }

    /// <summary>Whether the private key signed this content.</summary>
    public abstract bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature);
}
