using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace Heluo.Storage.Tests.Proving;

public sealed class MerkleTreeTests
{
    [Fact]
    public void Every_leaf_climbs_to_the_root_and_no_other_does() => Gen.Int[1, 70].SelectMany(count =>
        Gen.Select(Gen.Const(count), Gen.Int[0, count - 1])).Sample((count, index) =>
    {
        var leaves = Leaves(count);
        var root = MerkleTree.Root(Hashes.Sha256, leaves);
        var path = MerkleTree.Path(Hashes.Sha256, leaves, index);
        Climb(leaves[index], index, count, path.AsSpan()).ShouldBe(root);
        Climb(leaves[(index + 1) % count], index, count, path.AsSpan()).ShouldNotBe(count == 1 ? [] : root);
        Climb(leaves[index], index, count + 70, path.AsSpan()).ShouldNotBe(root);
        Climb(leaves[index], -1, count, path.AsSpan()).ShouldBeNull();
        Climb(leaves[index], index, count, [.. path, root]).ShouldBeNull();
    });

    [Fact]
    public void The_tree_is_that_of_the_rfc()
    {
        // Three leaves: the left two make a node, the third stands beside it.
        var leaves = Leaves(3);
        MerkleTree.Root(Hashes.Sha256, leaves).ShouldBe(Node(Node(leaves[0], leaves[1]), leaves[2]));
        MerkleTree.Root(Hashes.Sha256, Leaves(1)).ShouldBe(leaves[0]);
    }

    private static byte[]? Climb(byte[] leaf, int index, int count, ReadOnlySpan<byte[]> path) =>
        MerkleTree.Climb(Hashes.Sha256, leaf, index, count, path);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static byte[][] Leaves(int count) =>
        [.. Enumerable.Range(0, count).Select(i => SHA256.HashData(Encoding.ASCII.GetBytes($"leaf {i}")))];
}
