using System.Buffers.Binary;

namespace Heluo.Cases;

/// <summary>
/// Looks at a file while it passes by: whether it is built as its kind is, to its end, and carries nothing behind it
/// that a machine would run or unpack. It keeps a few kilobytes, whatever the file's size. It is no virus scanner: what
/// stands within a sound file is not looked at.
/// </summary>
internal abstract class FileShape
{
    /// <summary>How much may stand behind the end: blank bytes that some programs leave.</summary>
    public const int Slack = 1024;

    // A ZIP is read from its end; its last record holds at most 22 bytes and a comment of 65,535.
    private const int ZipEnd = 22;
    private const int Remembered = ZipEnd + ushort.MaxValue;

    private readonly byte[] tail = new byte[2 * Remembered];
    private int kept;

    /// <summary>How many bytes have passed.</summary>
    protected long Length { get; private set; }

    /// <summary>The last bytes that passed.</summary>
    protected ReadOnlySpan<byte> Tail => tail.AsSpan(0, kept);

    public static FileShape Of(string kind) => kind switch
    {
        "pdf" => new PdfShape(),
        "png" => new PngShape(),
        _ => new JpegShape(),
    };

    /// <summary>The next bytes of the file.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        Look(bytes);
        while (bytes.Length > 0)
        {
            if (kept == tail.Length)
            {
                tail.AsSpan(kept - Remembered, Remembered).CopyTo(tail);
                kept = Remembered;
            }

            var taken = Math.Min(bytes.Length, tail.Length - kept);
            bytes[..taken].CopyTo(tail.AsSpan(kept));
            kept += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Whether what has passed is a whole file of its kind.</summary>
    public bool IsSound() => !IsZip(Tail) && IsWhole();

    protected abstract void Look(ReadOnlySpan<byte> bytes);

    protected abstract bool IsWhole();

    /// <summary>Whether bytes begin as what a machine runs, unpacks or reads as another sort of file.</summary>
    protected static bool IsForeign(ReadOnlySpan<byte> bytes)
    {
        foreach (var start in Foreign)
        {
            if (bytes.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }

    protected static bool IsBlank(byte one) => one is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1A;

    private static readonly byte[][] Foreign =
    [
        [0x7F, .. "ELF"u8], [.. "MZ"u8], [.. "#!"u8], [.. "PK\x03\x04"u8], [.. "PK\x05\x06"u8], [.. "Rar!"u8],
        [.. "7z"u8, 0xBC, 0xAF], [.. "%PDF"u8], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0x1F, 0x8B], [.. "<"u8],
        [0xD0, 0xCF, 0x11, 0xE0], [.. "\0asm"u8], [.. "!<arch>"u8],
    ];

    // The last record of an archive, whose comment reaches exactly to the end.
    private static bool IsZip(ReadOnlySpan<byte> end)
    {
        for (var at = end.LastIndexOf("PK\x05\x06"u8); at >= 0; at = end[..at].LastIndexOf("PK\x05\x06"u8))
        {
            if (end.Length - at >= ZipEnd
                && at + ZipEnd + BinaryPrimitives.ReadUInt16LittleEndian(end[(at + ZipEnd - 2)..]) == end.Length)
            {
                return true;
            }
        }

        return false;
    }
}
