using System.Buffers.Binary;
using System.IO.Compression;

namespace Heluo.Storage;

/// <summary>
/// The form of a document in its row: JSON as it is, or packed when that is shorter. What is written per transition
/// is the budget of the store, and a document is written whole each time; facts stay plain JSON, for they are the
/// record.
/// </summary>
internal static class DocumentBody
{
    private const byte Packed = 1;
    private const int Header = 5;
    private const int WorthPacking = 400;
    private const int Quality = 1;
    private const int Window = 16;

    public static byte[] Pack(byte[] json)
    {
        if (json.Length < WorthPacking)
        {
            return json;
        }

        var room = new byte[json.Length];
        if (!BrotliEncoder.TryCompress(json, room.AsSpan(Header), out var length, Quality, Window))
        {
            return json;
        }

        room[0] = Packed;
        BinaryPrimitives.WriteInt32LittleEndian(room.AsSpan(1), json.Length);
        return room[..(Header + length)];
    }

    /// <exception cref="InvalidDataException">The body is neither JSON nor packed, or is longer than a document may
    /// be.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> body)
    {
        var span = body.Span;
        if (span.Length == 0 || span[0] != Packed)
        {
            return body;
        }

        var length = span.Length < Header ? -1 : BinaryPrimitives.ReadInt32LittleEndian(span[1..]);
        if (length is < 0 or > Limits.DocumentBytes)
        {
            throw new InvalidDataException("The body has no proper length.");
        }

        var json = new byte[length];
        return BrotliDecoder.TryDecompress(span[Header..], json, out var written) && written == length
            ? json
            : throw new InvalidDataException("The body cannot be unpacked.");
    }
}
