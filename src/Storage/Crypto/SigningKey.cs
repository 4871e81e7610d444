namespace Heluo.Storage;

/// <summary>A private key that signs. Two kinds stand here: ES256 (P-256 with SHA-256) and SM2 with SM3 (GB/T
/// 32918).</summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>Its name as it stands beside its signatures: <c>ES256</c>, <c>SM2-SM3</c>.</summary>
    public abstract string Algorithm { get; }

    /// <summary>The public key, PEM (SubjectPublicKeyInfo).</summary>
    public abstract string PublicPem { get; }

    /// <summary>The public key.</summary>
    public VerifyingKey Public => VerifyingKey.Read(PublicPem)!;

    /// <summary>Signs; the signature is DER (two integers).</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> content);

    /// <summary>A secret of 32 bytes made from the private key for one use.</summary>
    public abstract byte[] Derive(string use);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected abstract void Dispose(bool disposing);
}
