using System.Security.Cryptography;
using System.Text;
using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Services;

/// <summary>The key that vouches for documents and archives, in <c>documents.pem</c> of the keys folder. Codes on
/// documents
/// are made with a secret derived from it.</summary>
public sealed class DocumentKeys : IDisposable
{
    private const string File = "documents.pem";
    private readonly SigningKey key;
    private readonly byte[] codes;

    private DocumentKeys(SigningKey key)
    {
        this.key = key;
        codes = key.Derive("heluo document codes 1");
    }

    /// <summary>The algorithm of signatures: <c>ES256</c>, <c>SM2-SM3</c>.</summary>
    public string Algorithm => key.Algorithm;

    /// <summary>The public key, PEM.</summary>
    public string PublicPem => key.PublicPem;

    /// <summary>SHA-256 over the public key (SubjectPublicKeyInfo), 64 hexadecimal digits.</summary>
    public string Fingerprint => key.Public.Fingerprint;

    /// <summary>Opens the key of a folder, making it when it is missing. Refuses <c>key.exposed</c>,
    /// <c>key.form</c>.</summary>
    public static Outcome<DocumentKeys> Open(string folder, CryptoSuite suite) =>
        SigningKeys.Open(folder, File, suite).Then<DocumentKeys>(key => new DocumentKeys(key));

    /// <summary>Signs; an ES256 signature is one that <c>openssl dgst -sha256 -verify</c> takes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> content) => key.Sign(content);

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>The first 12 bytes of the keyed hash of a text.</summary>
    internal byte[] Tag(string text) => HMACSHA256.HashData(codes, Encoding.UTF8.GetBytes(text))[..12];
}
