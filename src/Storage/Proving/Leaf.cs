using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Heluo.Storage;

/// <summary>
/// The hash that stands for one fact. It is taken over what the fact says and over its place in its stream: a zero
/// byte,
/// then stream, version, kind, moment, actor, command, cause and body, each text and the body after their length in
/// four bytes. Its place in the journal is bound by the link of its commit, so that it can be taken before the place is
/// known.
/// </summary>
internal static class Leaf
{
    private const int Numbers = 1 + (6 * sizeof(int)) + sizeof(int) + sizeof(long);

    public static byte[] Of(IHash hash, FactRow row) => Of(
        hash, row.Stream, row.Version, row.Kind, row.At, row.Actor, row.Command, row.Cause, row.Body.Span);

    public static byte[] Of(
        IHash hash, string stream, int version, string kind, long at, string actor, string command, string? cause,
        ReadOnlySpan<byte> body)
    {
        var most = Numbers + body.Length + Encoding.UTF8.GetMaxByteCount(
            stream.Length + kind.Length + actor.Length + command.Length + (cause?.Length ?? 0));
        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var rest = rented.AsSpan();
            rest[0] = 0;
            rest = rest[1..];
            Put(ref rest, stream);
            BinaryPrimitives.WriteInt32BigEndian(rest, version);
            rest = rest[sizeof(int)..];
            Put(ref rest, kind);
            BinaryPrimitives.WriteInt64BigEndian(rest, at);
            rest = rest[sizeof(long)..];
            Put(ref rest, actor);
            Put(ref rest, command);
            Put(ref rest, cause);
            BinaryPrimitives.WriteInt32BigEndian(rest, body.Length);
            body.CopyTo(rest[sizeof(int)..]);
            var length = rented.Length - rest.Length + sizeof(int) + body.Length;
            return hash.Of(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // No text and an empty one must not look the same.
    private static void Put(ref Span<byte> rest, string? text)
    {
        var length = text is null ? -1 : Encoding.UTF8.GetBytes(text, rest[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(rest, length);
        rest = rest[(sizeof(int) + Math.Max(length, 0))..];
    }
}
