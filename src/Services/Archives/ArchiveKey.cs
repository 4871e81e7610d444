using System.Security.Cryptography;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>A public key that archives and documents can be checked with.</summary>
internal sealed record ArchiveKey(byte[] Content)
{
    /// <summary>SHA-256 over the key (SubjectPublicKeyInfo), 64 hexadecimal digits: what people compare.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Reads a PEM; refuses <c>archive.key_form</c>.</summary>
    public static Outcome<ArchiveKey> Read(string pem, string from)
    {
        using var key = ECDsa.Create();
        try
        {
            if (!PemEncoding.TryFind(pem, out var found) || pem[found.Label] != "PUBLIC KEY")
            {
                return ArchiveRefusals.KeyForm(from);
            }

            key.ImportFromPem(pem);
            var parameters = key.ExportParameters(includePrivateParameters: false);
            return parameters.Curve.IsNamed && parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? new ArchiveKey(key.ExportSubjectPublicKeyInfo())
                : ArchiveRefusals.KeyForm(from);
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            return ArchiveRefusals.KeyForm(from);
        }
    }

    /// <summary>Whether it signed the content.</summary>
    public bool Signed(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Content, out _);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
