namespace Heluo.Storage;

/// <summary>The hashes of the house, by name.</summary>
public static class Hashes
{
    /// <summary>Bytes of every hash here.</summary>
    public const int Bytes = 32;

    /// <summary>SHA-256.</summary>
    public static IHash Sha256 { get; } = new Sha256Hash();

    /// <summary>SM3.</summary>
    public static IHash Sm3 { get; } = new Sm3Hash();

    /// <summary>The hash of a name; null when there is none here.</summary>
    public static IHash? Find(string name) => name == Sha256.Name ? Sha256 : name == Sm3.Name ? Sm3 : null;

    /// <summary>The hash of a content as bytes of its own.</summary>
    public static byte[] Of(this IHash hash, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(hash);
        var digest = new byte[Bytes];
        hash.Digest(content, digest);
        return digest;
    }
}
