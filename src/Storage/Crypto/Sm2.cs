using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace Heluo.Storage;

/// <summary>SM2 with SM3 (GB/T 32918.2) under the identity that GB/T 35276 gives where there is none of its own;
/// signatures
/// in DER.</summary>
internal static class Sm2
{
    public const string Name = "SM2-SM3";
    private static byte[] Identity { get; } = Encoding.ASCII.GetBytes("1234567812345678");

    /// <summary>A new private key, PEM (PKCS#8).</summary>
    public static string Make()
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(GMObjectIdentifiers.sm2p256v1, new SecureRandom()));
        var info = PrivateKeyInfoFactory.CreatePrivateKeyInfo(generator.GenerateKeyPair().Private);
        return PemEncoding.WriteString("PRIVATE KEY", info.GetDerEncoded()) + "\n";
    }

    /// <summary>Null when the PEM holds no private key of this kind.</summary>
    public static SigningKey? ReadPrivate(string pem) =>
        Read(pem, "PRIVATE KEY", PrivateKeyFactory.CreateKey) is ECPrivateKeyParameters key && IsSm2(key)
            ? new Signer(key)
            : null;

    /// <summary>Null when the PEM holds no public key of this kind.</summary>
    public static VerifyingKey? ReadPublic(string pem) =>
        Read(pem, "PUBLIC KEY", PublicKeyFactory.CreateKey) is ECPublicKeyParameters key && IsSm2(key)
            ? new Verifier(key)
            : null;

    private static bool IsSm2(ECKeyParameters key) =>
        GMObjectIdentifiers.sm2p256v1.Equals(key.PublicKeyParamSet);

    private static AsymmetricKeyParameter? Read(string pem, string label, Func<byte[], AsymmetricKeyParameter> read)
    {
        try
        {
            return PemEncoding.TryFind(pem, out var found) && pem[found.Label] == label
                ? read(Convert.FromBase64String(pem[found.Base64Data]))
                : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or IOException or FormatException
            or InvalidCastException or InvalidOperationException or CryptoException or SecurityUtilityException)
        {
            return null; // whatever it holds, it is no key of this kind
        }
    }

    private static byte[] InfoOf(ECPublicKeyParameters key) =>
        SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(key).GetDerEncoded();

    private sealed class Signer(ECPrivateKeyParameters key) : SigningKey
    {
        public override string Algorithm => Name;

        public override string PublicPem => PemEncoding.WriteString("PUBLIC KEY", InfoOf(PublicKey())) + "\n";

        public override byte[] Sign(ReadOnlySpan<byte> content)
        {
            var signer = new SM2Signer();
            signer.Init(true, new ParametersWithID(new ParametersWithRandom(key, new SecureRandom()), Identity));
            signer.BlockUpdate(content);
            return signer.GenerateSignature();
        }

        public override byte[] Derive(string use) => HKDF.DeriveKey(
            HashAlgorithmName.SHA256, key.D.ToByteArrayUnsigned(), 32, info: Encoding.UTF8.GetBytes(use));

        protected override void Dispose(bool disposing)
        {
        }

        private ECPublicKeyParameters PublicKey() => new(
            "EC", key.Parameters.G.Multiply(key.D).Normalize(), GMObjectIdentifiers.sm2p256v1);
    }

    private sealed class Verifier(ECPublicKeyParameters key) : VerifyingKey(InfoOf(key))
    {
        public override string Algorithm => Name;

        public override bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
        {
            var signer = new SM2Signer();
            signer.Init(false, new ParametersWithID(key, Identity));
            signer.BlockUpdate(content);
            return signer.VerifySignature(signature.ToArray());
        }
    }
}
