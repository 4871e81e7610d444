using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Heluo.Storage;

/// <summary>A sealed value that was opened together with its salt: whoever holds both can show, without any key, that
/// it is the value a fact committed to.</summary>
/// <param name="Value">The value; its raw text is what was sealed.</param>
/// <param name="Salt">The salt, base64url.</param>
public sealed record ProvenValue(JsonElement Value, string Salt);

/// <summary>Checks opened values against the commitments in facts. Needs no key.</summary>
public static class Commitments
{
    /// <summary>Whether a value is the sealed one.</summary>
    /// <param name="value">The sealed value as a fact holds it.</param>
    /// <param name="json">The raw text of what was opened.</param>
    /// <param name="salt">The salt it was opened with, base64url.</param>
    public static bool IsOpenedBy(this Sealed value, string json, string salt)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(json);
        return Fits(value.Commitment, salt, new MemoryStream(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Whether a content is the one an attachment's proof speaks of.</summary>
    /// <param name="blob">The attachment as a fact names it.</param>
    /// <param name="content">The content, read to its end.</param>
    /// <param name="salt">The salt it was opened with, base64url.</param>
    public static bool IsOpenedBy(this BlobRef blob, Stream content, string salt)
    {
        ArgumentNullException.ThrowIfNull(blob);
        ArgumentNullException.ThrowIfNull(content);
        return Fits(blob.Proof, salt, content);
    }

    private static bool Fits(string? proof, string? salt, Stream content)
    {
        if (Commitment.Parse(proof) is not var (by, digest)
            || salt is not { Length: > 0 and <= 100 } || !Base64Url.IsValid(salt))
        {
            return false;
        }

        using var hash = by.Begin();
        hash.Append(Base64Url.DecodeFromChars(salt));
        var piece = new byte[64 * 1024];
        while (content.Read(piece) is > 0 and var read)
        {
            hash.Append(piece.AsSpan(0, read));
        }

        return hash.End().AsSpan().SequenceEqual(digest);
    }
}
