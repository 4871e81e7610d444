using System.Buffers.Binary;

namespace Heluo.Cases;

/// <summary>A PNG: its signature, then chunks from IHDR to IEND, and nothing behind that but blanks.</summary>
internal sealed class PngShape : FileShape
{
    private const int Signature = 8;
    private const int Check = 4;
    private readonly byte[] header = new byte[8];
    private int held;
    private long skip = Signature;
    private long behind;
    private bool broken;
    private bool begun;
    private bool ended;

    protected override void Look(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && !broken)
        {
            if (skip > 0)
            {
                var passed = (int)Math.Min(skip, bytes.Length);
                skip -= passed;
                bytes = bytes[passed..];
            }
            else if (ended)
            {
                behind += bytes.Length;
                broken = behind > Slack || bytes.ContainsAnyExcept("\0 \t\r\n\x1A"u8);
                return;
            }
            else
            {
                header[held++] = bytes[0];
                bytes = bytes[1..];
                if (held == header.Length)
                {
                    Chunk(BinaryPrimitives.ReadUInt32BigEndian(header), header.AsSpan(4));
                }
            }
        }
    }

    protected override bool IsWhole() => ended && skip == 0 && !broken;

    private void Chunk(uint length, ReadOnlySpan<byte> type)
    {
        var isFirst = type.SequenceEqual("IHDR"u8);
        ended = type.SequenceEqual("IEND"u8);
        broken = length > int.MaxValue || isFirst == begun || (isFirst && length != 13) || (ended && length != 0)
            || type.ContainsAnyExcept(Letters);
        begun = true;
        held = 0;
        skip = length + (long)Check;
    }

    private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
}
