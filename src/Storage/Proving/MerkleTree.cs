using System.Collections.Immutable;
using System.Numerics;

namespace Heluo.Storage;

/// <summary>
/// The tree of RFC 6962 (section 2.1) over hashes that are there already: the left half of a tree of n leaves holds the
/// largest power of two below n. A node is the hash of a one byte and its two children.
/// </summary>
internal static class MerkleTree
{
    /// <summary>The root over at least one leaf.</summary>
    public static byte[] Root(IHash hash, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var left = LeftOf(leaves.Length);
        return Node(hash, Root(hash, leaves[..left]), Root(hash, leaves[left..]));
    }

    /// <summary>What must be added, from the leaf upwards, to come from one leaf to the root.</summary>
    public static ImmutableArray<byte[]> Path(IHash hash, ReadOnlySpan<byte[]> leaves, int index)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var left = LeftOf(leaves.Length);
        return index < left
            ? Path(hash, leaves[..left], index).Add(Root(hash, leaves[left..]))
            : Path(hash, leaves[left..], index - left).Add(Root(hash, leaves[..left]));
    }

    /// <summary>The root that a leaf and its path lead to; null when the path has not the length it must
    /// have.</summary>
    public static byte[]? Climb(IHash hash, byte[] leaf, int index, int count, ReadOnlySpan<byte[]> path)
    {
        if (index < 0 || index >= count)
        {
            return null;
        }

        if (count == 1)
        {
            return path.IsEmpty ? leaf : null;
        }

        if (path.IsEmpty)
        {
            return null;
        }

        var left = LeftOf(count);
        var isLeft = index < left;
        var below = isLeft
            ? Climb(hash, leaf, index, left, path[..^1])
            : Climb(hash, leaf, index - left, count - left, path[..^1]);
        return below is null ? null : isLeft ? Node(hash, below, path[^1]) : Node(hash, path[^1], below);
    }

    private static int LeftOf(int count) => (int)(BitOperations.RoundUpToPowerOf2((uint)count) / 2);

    private static byte[] Node(IHash hash, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * Hashes.Bytes)];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Hashes.Bytes)..]);
        return hash.Of(node);
    }
}
