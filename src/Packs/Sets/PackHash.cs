using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Heluo.Packs;

/// <summary>The hash by which a set is known: over each pack's name, each file's path, length and bytes, in
/// order.</summary>
internal static class PackHash
{
    public static string Of(ImmutableArray<PackSource> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "heluo-pack-1"u8);
        foreach (var source in sources)
        {
            Append(hash, Encoding.UTF8.GetBytes(source.Name));
            foreach (var (path, bytes) in source.Files.Where(file => PackSource.IsHashed(file.Path)))
            {
                Append(hash, Encoding.UTF8.GetBytes(path));
                Append(hash, bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
