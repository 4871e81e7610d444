using System.Buffers.Text;
using System.Security.Cryptography;

namespace Heluo.Storage;

/// <summary>
/// The name of a blob: 32 bytes of SHA-256. Its path is made from these bytes alone, in lower-case hexadecimal, so
/// that no name can lead out of the folder and none differs by letter case only.
/// </summary>
internal readonly record struct BlobName(string Text, string File)
{
    public const int TextLength = 43;

    public static BlobName Of(ReadOnlySpan<byte> hash)
    {
        var hex = Convert.ToHexStringLower(hash);
        return new(Base64Url.EncodeToString(hash), hex);
    }

    public static bool TryParse(string? text, out BlobName name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (text?.Length == TextLength && Base64Url.IsValid(text)
            && Base64Url.DecodeFromChars(text, hash) == hash.Length)
        {
            name = Of(hash);
            return name.Text == text;
        }

        name = default;
        return false;
    }
}
