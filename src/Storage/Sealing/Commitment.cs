using System.Buffers.Text;

namespace Heluo.Storage;

/// <summary>How a commitment stands in a fact: the hash over salt and content, base64url; one that is not SHA-256
/// after the
/// name of its hash and a dot (<c>SM3.…</c>).</summary>
internal static class Commitment
{
    /// <summary>The text of a hash.</summary>
    public static string Text(IHash hash, ReadOnlySpan<byte> digest) => hash.Name == Hashes.Sha256.Name
        ? Base64Url.EncodeToString(digest)
        : $"{hash.Name}.{Base64Url.EncodeToString(digest)}";

    /// <summary>The hash and its value; null when the text is no commitment.</summary>
    public static (IHash Hash, byte[] Digest)? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var hash = dot < 0 ? Hashes.Sha256 : Hashes.Find(text[..dot]);
        var rest = text.AsSpan(dot + 1);
        return hash is not null && Base64Url.IsValid(rest)
            && Base64Url.DecodeFromChars(rest) is { Length: Hashes.Bytes } digest ? (hash, digest) : null;
    }
}
