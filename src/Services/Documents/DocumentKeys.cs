using System.Security.Cryptography;
using System.Text;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>The key that vouches for documents and archives: ES256 (P-256, SHA-256) in <c>documents.pem</c> of the keys
/// folder, readable by its owner alone. Codes on documents are made with a key derived from it.</summary>
public sealed class DocumentKeys : IDisposable
{
    /// <summary>The algorithm of signatures.</summary>
    public const string Algorithm = "ES256";

    private const string File = "documents.pem";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly ECDsa key;
    private readonly byte[] codes;

    private DocumentKeys(ECDsa key)
    {
        this.key = key;
        codes = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, key.ExportParameters(includePrivateParameters: true).D!, 32,
            info: "heluo document codes 1"u8.ToArray());
    }

    /// <summary>The public key, PEM.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>SHA-256 over the public key (SubjectPublicKeyInfo), 64 hexadecimal digits.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>Opens the key of a folder, making it when it is missing. Refuses <c>documents.key_exposed</c>,
    /// <c>documents.key_form</c>.</summary>
    public static Outcome<DocumentKeys> Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
        {
            Make(folder, path);
        }

        if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            return new Refusal(
                RefusalKind.Unavailable, "documents.key_exposed", $"{File} may be read by others: chmod 600 it.");
        }

        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(System.IO.File.ReadAllText(path));
            return read.KeySize == 256
                ? new DocumentKeys(read)
                : new Refusal(RefusalKind.Unavailable, "documents.key_form", $"{File} does not hold a P-256 key.");
        }
        catch (Exception broken) when (broken is ArgumentException or CryptographicException)
        {
            read.Dispose();
            return new Refusal(RefusalKind.Unavailable, "documents.key_form", $"{File} does not hold a P-256 key.");
        }
    }

    /// <summary>Signs, giving a signature in DER that <c>openssl dgst -sha256 -verify</c> takes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> content) =>
        key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>The first 12 bytes of the keyed hash of a text.</summary>
    internal byte[] Tag(string text) => HMACSHA256.HashData(codes, Encoding.UTF8.GetBytes(text))[..12];

    // Written beside and renamed, so that a crash leaves either no key or a whole one.
    private static void Make(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream($"{path}.new", options))
        {
            file.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move($"{path}.new", path, overwrite: false);
    }
}
