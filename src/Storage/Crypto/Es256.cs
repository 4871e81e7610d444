using System.Security.Cryptography;
using System.Text;

namespace Heluo.Storage;

/// <summary>ES256 of the platform: ECDSA over P-256 with SHA-256, signatures in DER as <c>openssl dgst -sha256</c>
/// takes
/// them.</summary>
internal static class Es256
{
    public const string Name = "ES256";
    private static string Curve { get; } = ECCurve.NamedCurves.nistP256.Oid.Value!;

    /// <summary>A new private key, PEM (PKCS#8).</summary>
    public static string Make()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return made.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>Null when the PEM holds no private key of this kind.</summary>
    public static SigningKey? ReadPrivate(string pem) => Import(pem, "PRIVATE KEY") is { } key ? new Signer(key) : null;

    /// <summary>Null when the PEM holds no public key of this kind.</summary>
    public static VerifyingKey? ReadPublic(string pem)
    {
        using var key = Import(pem, "PUBLIC KEY");
        return key is null ? null : new Verifier(key.ExportSubjectPublicKeyInfo());
    }

    private static ECDsa? Import(string pem, string label)
    {
        var key = ECDsa.Create();
        try
        {
            if (PemEncoding.TryFind(pem, out var found) && pem[found.Label] == label)
            {
                key.ImportFromPem(pem);
                var named = key.ExportParameters(includePrivateParameters: false).Curve;
                if (named.IsNamed && named.Oid.Value == Curve)
                {
                    return key;
                }
            }
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            // Whatever it holds, it is no key of this kind.
        }

        key.Dispose();
        return null;
    }

    private sealed class Signer(ECDsa key) : SigningKey
    {
        public override string Algorithm => Name;

        public override string PublicPem => key.ExportSubjectPublicKeyInfoPem() + "\n";

        public override byte[] Sign(ReadOnlySpan<byte> content) =>
            key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        public override byte[] Derive(string use) => HKDF.DeriveKey(
            HashAlgorithmName.SHA256, key.ExportParameters(includePrivateParameters: true).D!, 32,
            info: Encoding.UTF8.GetBytes(use));

        protected override void Dispose(bool disposing) => key.Dispose();
    }

    private sealed class Verifier(byte[] info) : VerifyingKey(info)
    {
        public override string Algorithm => Name;

        public override bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Info.Span, out _);
            return key.VerifyData(
                content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }
}
