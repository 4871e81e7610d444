using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>
/// Reads an archive from a file that anybody may have made. Its entries lie end to end and nothing lies between, before
/// or behind them; their paths are words of this house; no entry gives more than it is asked for.
/// </summary>
internal sealed class ArchiveZip : IDisposable
{
    private const uint Local = 0x04034b50;
    private const uint End = 0x06054b50;
    private const int LocalBytes = 30;
    private const int ListedBytes = 46;
    private const int KnownFlags = 0x0806; // how hard it was packed; that its name is UTF-8
    private const int EndBytes = 22;
    private const int LongestComment = 65_535;
    private const int RegularFile = unchecked((int)0x81A40000); // -rw-r--r--
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    private ArchiveZip(ZipArchive zip) => this.zip = zip;

    /// <summary>The paths in it, in the order in which they lie.</summary>
    public IEnumerable<string> Paths => zip.Entries.Select(entry => entry.FullName);

    /// <summary>Opens an archive. Refuses <c>archive.not_one</c>, <c>archive.truncated</c>, <c>archive.hidden</c>,
    /// <c>archive.path</c>, <c>archive.twice</c>, <c>archive.too_large</c>.</summary>
    public static Outcome<ArchiveZip> Open(Stream file)
    {
        if (Walk(file) is { } refusal)
        {
            return refusal;
        }

        ArchiveZip? read = null;
        try
        {
            file.Position = 0;
            read = new ArchiveZip(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8));
            if ((refusal = read.Take()) is null)
            {
                return read;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            refusal = ArchiveRefusals.NotOne;
        }

        read?.Dispose();
        return refusal;
    }

    public bool Has(string path) => entries.ContainsKey(path);

    /// <summary>Reads a file into memory; null when it is missing, longer, or cannot be unpacked.</summary>
    public byte[]? Read(string path, long most)
    {
        if (!entries.TryGetValue(path, out var entry) || entry.Length > most)
        {
            return null;
        }

        using var content = new MemoryStream();
        return Pour(path, most, content.Write) ? content.ToArray() : null;
    }

    /// <summary>Pours a file out piece by piece; false when it is missing, longer, or cannot be unpacked.</summary>
    public bool Pour(string path, long most, Action<byte[], int, int> into)
    {
        try
        {
            using var content = entries[path].Open();
            var (length, piece) = (0L, new byte[64 * 1024]);
            while (content.Read(piece) is > 0 and var read)
            {
                if ((length += read) > most)
                {
                    return false;
                }

                into(piece, 0, read);
            }

            return true;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or KeyNotFoundException)
        {
            return false;
        }
    }

    public void Dispose() => zip.Dispose();

    private Refusal? Take()
    {
        foreach (var entry in zip.Entries)
        {
            if (!ArchiveManifest.IsPath(entry.FullName) || entry.ExternalAttributes is not (0 or RegularFile))
            {
                return ArchiveRefusals.Path(entry.FullName);
            }

            if (!entries.TryAdd(entry.FullName, entry))
            {
                return ArchiveRefusals.Twice(entry.FullName);
            }
        }

        return null;
    }

    // Readers that follow the directory and readers that follow the entries must see the same files.
    private static Refusal? Walk(Stream file)
    {
        if (file.Length > ArchiveLimits.Bytes)
        {
            return ArchiveRefusals.TooLarge("file");
        }

        var head = At(file, 0, 4);
        if (head.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(head) != Local)
        {
            return ArchiveRefusals.NotOne;
        }

        var end = At(file, file.Length - EndBytes, EndBytes);
        if (end.Length < EndBytes || BinaryPrimitives.ReadUInt32LittleEndian(end) != End
            || end.AsSpan(4, 4).ContainsAnyExcept((byte)0) || end.AsSpan(20).ContainsAnyExcept((byte)0)
            || !end.AsSpan(8, 2).SequenceEqual(end.AsSpan(10, 2)))
        {
            return EndStandsBefore(file) ? ArchiveRefusals.Hidden : ArchiveRefusals.Truncated;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (count > ArchiveLimits.Files + 2)
        {
            return ArchiveRefusals.TooLarge("files");
        }

        return directory + (long)size + EndBytes == file.Length && Entries(file, count, directory)
            ? null
            : ArchiveRefusals.Hidden;
    }

    // An entry says of itself what the directory says of it, and neither has room for anything else.
    private static bool Entries(Stream file, int count, long directory)
    {
        var (position, inside) = (0L, directory);
        for (var i = 0; i < count; i++)
        {
            var (entry, listed) = (At(file, position, LocalBytes), At(file, inside, ListedBytes));
            if (entry.Length < LocalBytes || listed.Length < ListedBytes
                || BinaryPrimitives.ReadUInt32LittleEndian(entry) != Local
                || !entry.AsSpan(4).SequenceEqual(listed.AsSpan(6, LocalBytes - 4))
                || (BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(6)) & ~KnownFlags) != 0
                || listed.AsSpan(30, 8).ContainsAnyExcept((byte)0)
                || listed[4] != listed[6] || listed[5] is not (0 or 3)
                || BinaryPrimitives.ReadUInt32LittleEndian(listed.AsSpan(42)) != position)
            {
                return false;
            }

            var packed = BinaryPrimitives.ReadUInt32LittleEndian(entry.AsSpan(18));
            var name = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(26));
            if (!At(file, position + LocalBytes, name).AsSpan().SequenceEqual(At(file, inside + ListedBytes, name)))
            {
                return false;
            }

            position += LocalBytes + name + packed;
            inside += ListedBytes + name;
        }

        return position == directory;
    }

    // Whether the archive is whole and something was put behind it. An archive in an archive ends too, but speaks of
    // other places.
    private static bool EndStandsBefore(Stream file)
    {
        var start = Math.Max(0, file.Length - EndBytes - LongestComment);
        var tail = At(file, start, EndBytes + LongestComment);
        for (var i = tail.Length - EndBytes; i >= 0; i--)
        {
            var end = tail.AsSpan(i);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) == End
                && (long)BinaryPrimitives.ReadUInt32LittleEndian(end[12..])
                    + BinaryPrimitives.ReadUInt32LittleEndian(end[16..]) == start + i)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] At(Stream file, long position, int length)
    {
        if (position < 0 || position > file.Length)
        {
            return [];
        }

        file.Position = position;
        var bytes = new byte[Math.Min(length, file.Length - position)];
        file.ReadExactly(bytes);
        return bytes;
    }
}
