using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Heluo.Packs;

/// <summary>
/// Packs a set's source files into one archive, so that the version a case began under can be kept by hash and read again.
/// A zip: <c>heluo-bundle.json</c> first, then <c>PACK/path</c>.
/// </summary>
internal static class PackBundle
{
    private const string ManifestName = "heluo-bundle.json";
    private const int Format = 1;
    private const int MaxEntries = PackLimits.Packs * PackLimits.Files;
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(ImmutableArray<PackSource> sources, string hash)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, ManifestName, JsonSerializer.SerializeToUtf8Bytes(new Manifest(Format, sources[^1].Name, hash)));
            foreach (var source in sources)
            {
                foreach (var (path, content) in source.Files.Where(file => PackSource.IsHashed(file.Key)))
                {
                    Add(zip, $"{source.Name}/{path}", content.Span);
                }
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The root pack and all packs by name; null with a fault when the bytes are no bundle.</summary>
    public static (PackSource Root, string Hash, Dictionary<string, PackSource> All)? Read(byte[] bytes, PackFaults faults)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            return Read(zip, faults);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or EndOfStreamException)
        {
            return Faulty(faults, "pack.bundle_broken", "The bundle is damaged or no bundle.");
        }
    }

    private static (PackSource Root, string Hash, Dictionary<string, PackSource> All)? Read(ZipArchive zip, PackFaults faults)
    {
        if (zip.Entries.Count > MaxEntries || zip.GetEntry(ManifestName) is not { } entry)
        {
            return Faulty(faults, "pack.bundle_broken", "The bundle is damaged or no bundle.");
        }

        var manifest = JsonSerializer.Deserialize<Manifest>(Content(entry).Span);
        if (manifest is not { Format: Format, Root: not null, Hash: not null })
        {
            return Faulty(faults, "pack.bundle_format", "The bundle was written in a form that this version does not read.");
        }

        var files = new Dictionary<string, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Builder>(StringComparer.Ordinal);
        foreach (var file in zip.Entries.Where(file => file.FullName != ManifestName))
        {
            var (name, path) = Split(file.FullName);
            if (!files.TryGetValue(name, out var pack))
            {
                files[name] = pack = ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
            }

            pack[path] = Content(file);
        }

        var all = files.ToDictionary(
            pack => pack.Key,
            pack => new PackSource(pack.Key, pack.Key == manifest.Root ? "" : $"../{pack.Key}/", pack.Value.ToImmutable()),
            StringComparer.Ordinal);
        return all.TryGetValue(manifest.Root, out var root) && all.Values.All(pack => pack.Files.ContainsKey(PackSource.HeaderFile))
            ? (root, manifest.Hash, all)
            : Faulty(faults, "pack.bundle_broken", "The bundle is damaged or no bundle.");
    }

    private static (string Name, string Path) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? (path[..slash], path[(slash + 1)..]) : throw new InvalidDataException();
    }

    /// <summary>What an entry holds, never more than a file may, whatever the entry says of itself.</summary>
    private static ReadOnlyMemory<byte> Content(ZipArchiveEntry entry)
    {
        if (entry.Length > PackLimits.FileBytes)
        {
            throw new InvalidDataException();
        }

        var content = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(content);
        return stream.ReadByte() < 0 ? content : throw new InvalidDataException();
    }

    private static void Add(ZipArchive zip, string path, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static (PackSource Root, string Hash, Dictionary<string, PackSource> All)? Faulty(
        PackFaults faults, string code, string message)
    {
        faults.Add(default, code, message);
        return null;
    }

    private sealed record Manifest(int Format, string? Root, string? Hash);
}
