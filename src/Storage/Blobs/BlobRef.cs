using System.Text.Json.Serialization;

namespace Heluo.Storage;

/// <summary>An attachment as a fact names it. The content lies encrypted in the blob folder; its key is sealed
/// here.</summary>
/// <param name="Blob">SHA-256 of the ciphertext, base64url, 43 characters: its name and its only address.</param>
/// <param name="Length">Bytes of the content before encryption.</param>
/// <param name="Proof">SHA-256 over a salt and the content, base64url; the salt is sealed with the key.</param>
/// <param name="Key">Content key and salt, sealed under the subject and purpose: erasing that key makes the blob
/// unreadable.</param>
[JsonConverter(typeof(BlobRefConverter))]
public sealed record BlobRef(string Blob, long Length, string Proof, Sealed Key)
{
    /// <summary>
    /// The keyed tag of the content, known while the upload is being answered: the same file sent again under the
    /// same command id has another blob, and must still count as the same request.
    /// </summary>
    internal uint? Tag { get; init; }
}
