using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Storage;

/// <summary>
/// A commit as data: what it read and at which version, and what it writes to which streams. The dialect checks all
/// of it and stores all of it, or refuses all of it.
/// </summary>
/// <param name="Actor">Id of the actor.</param>
/// <param name="Command">Id of the command.</param>
/// <param name="At">When it was decided, in Unix milliseconds.</param>
/// <param name="Cause">What it rests on (<see cref="Storage.Cause"/>); stored with its first fact.</param>
/// <param name="Reads">Streams read but not written, which must still be at these versions; 0 means no fact
/// yet.</param>
/// <param name="Writes">Streams written, each once; at least one.</param>
public sealed record CommitData(
    string Actor,
    string Command,
    long At,
    string Cause,
    ImmutableArray<StreamRead> Reads,
    ImmutableArray<StreamWrite> Writes)
{
    private byte[]? root;

    /// <summary>How many facts it holds.</summary>
    public int FactCount => Writes.Sum(write => write.Facts.Length);

    /// <summary>The root of the tree over its facts (<see cref="MerkleTree"/>), taken once.</summary>
    internal byte[] RootBy(IHash hash) => root ??= MerkleTree.Root(hash, [.. Leaves(hash)]);

    private IEnumerable<byte[]> Leaves(IHash hash)
    {
        var cause = (string?)Cause;
        foreach (var write in Writes)
        {
            for (var i = 0; i < write.Facts.Length; i++)
            {
                var (kind, body, _) = write.Facts[i];
                yield return Leaf.Of(
                    hash, write.Stream, write.Expected + i + 1, kind, At, Actor, Command, cause, body.Span);
                cause = null;
            }
        }
    }

    internal Stamp StampAt(long position, int version) =>
        new(position, version, Instant.FromUnixTimeMilliseconds(At), Actor, Command);
}

/// <summary>A stream that was read.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its version then; 0 when it had no fact.</param>
public readonly record struct StreamRead(string Stream, int Version);

/// <summary>What a commit writes to one stream: its facts, in order, and the document after them.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Expected">Version before; 0 when it has no fact yet.</param>
/// <param name="Previous">Position of its newest fact before; 0 when it has none.</param>
/// <param name="Facts">Facts in order; at least one.</param>
/// <param name="Document">The state after them, in the form of its row.</param>
/// <param name="Shelf">The list column after them.</param>
public sealed record StreamWrite(
    string Stream,
    int Expected,
    long Previous,
    ImmutableArray<FactData> Facts,
    ReadOnlyMemory<byte> Document,
    string? Shelf)
{
    /// <summary>Whether the list column differs from what it was; where it does not, its index need not be
    /// touched.</summary>
    public bool ShelfMoves { get; init; } = true;

    /// <summary>Version after the write.</summary>
    public int Version => Expected + Facts.Length;

    /// <summary>State before and after, for cache and followers; they never reach the dialect's tables.</summary>
    internal object? Before { get; init; }

    /// <summary>State after.</summary>
    internal object? After { get; init; }

    /// <summary>Bytes of the state as JSON, its weight in the cache.</summary>
    internal int AfterBytes { get; init; }
}

/// <summary>One fact to be written.</summary>
/// <param name="Kind">Kind with schema version.</param>
/// <param name="Body">The fact as UTF-8 JSON.</param>
/// <param name="Fact">The fact itself, for followers.</param>
public readonly record struct FactData(string Kind, ReadOnlyMemory<byte> Body, IFact Fact);
