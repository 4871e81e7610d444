using System.Buffers.Binary;

namespace Heluo.Storage;

/// <summary>
/// How commits hang together: the link of each is the hash of a two byte, the link before, the root over its facts, the
/// position of its first fact and their number. So no fact can be changed, removed, added or moved without changing
/// every link after it.
/// </summary>
/// <param name="hash">The hash of the store, chosen when it was made.</param>
public sealed class Chain(IHash hash)
{
    /// <summary>The hash.</summary>
    public IHash Hash => hash;

    /// <summary>The link before the first commit.</summary>
    public static ReadOnlyMemory<byte> Beginning { get; } = new byte[Hashes.Bytes];

    /// <summary>The link of a commit.</summary>
    /// <param name="before">The link before; empty before the first.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="first">Position of its first fact.</param>
    public byte[] Next(ReadOnlyMemory<byte> before, CommitData commit, long first)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return Next(before, commit.RootBy(hash), first, commit.FactCount);
    }

    /// <summary>The link of a commit that was read back.</summary>
    /// <param name="before">The link before; empty before the first.</param>
    /// <param name="commit">All its rows, at least one.</param>
    public byte[] Next(ReadOnlyMemory<byte> before, IReadOnlyList<FactRow> commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return Next(before, RootOf(commit), commit[0].Position, commit.Count);
    }

    internal byte[] RootOf(IReadOnlyList<FactRow> commit) => MerkleTree.Root(hash, LeavesOf(commit));

    internal byte[][] LeavesOf(IReadOnlyList<FactRow> commit) => [.. commit.Select(row => Leaf.Of(hash, row))];

    internal byte[] Next(ReadOnlyMemory<byte> before, ReadOnlySpan<byte> root, long first, int count)
    {
        Span<byte> link = stackalloc byte[1 + (2 * Hashes.Bytes) + sizeof(long) + sizeof(int)];
        link[0] = 2;
        (before.IsEmpty ? Beginning : before).Span.CopyTo(link[1..]);
        root.CopyTo(link[(1 + Hashes.Bytes)..]);
        BinaryPrimitives.WriteInt64BigEndian(link[^12..], first);
        BinaryPrimitives.WriteInt32BigEndian(link[^4..], count);
        return hash.Of(link);
    }
}

/// <summary>The link of one commit.</summary>
/// <param name="First">Position of its first fact.</param>
/// <param name="Link">The link.</param>
public readonly record struct CommitLink(long First, ReadOnlyMemory<byte> Link);
