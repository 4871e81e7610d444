using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Heluo.Packs;

/// <summary>
/// Packs a set's source files into one archive, so that the version a case began under can be kept by hash and read
/// again. A zip: <c>heluo-bundle.json</c> first, then <c>PACK/path</c>.
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
                foreach (var (path, content) in source.Files.Where(file => PackSource.IsHashed(file.Path)))
                {
                    Add(zip, $"{source.Name}/{path}", content);
                }
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The root pack and all packs by name; null with a fault when the bytes are no bundle.</summary>
    public static BundleContent? Read(byte[] bytes, PackFaults faults)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            return Read(zip, faults);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or EndOfStreamException)
        {
            return Faulty(faults, "pack.bundle_broken", "The bundle is damaged or no bundle.");
        }
    }

    private static BundleContent? Read(ZipArchive zip, PackFaults faults)
    {
        if (zip.Entries.Count > MaxEntries || zip.GetEntry(ManifestName) is not { } entry)
        {
            return Faulty(faults, "pack.bundle_broken", "The bundle is damaged or no bundle.");
        }

        var manifest = JsonSerializer.Deserialize<Manifest>(Content(entry));
        if (manifest is not { Format: Format, Root: not null, Hash: not null })
        {
            return Faulty(
                faults, "pack.bundle_format", "The bundle was written in a form that this version does not read.");
        }

        var all = zip.Entries
            .Where(file => file.FullName != ManifestName)
            .GroupBy(file => Split(file.FullName).Name, StringComparer.Ordinal)
            .ToDictionary(pack => pack.Key, pack => Source(pack.Key, manifest.Root, pack), StringComparer.Ordinal);
        return all.TryGetValue(manifest.Root, out var root)
            && all.Values.All(pack => pack.Find(PackSource.HeaderFile) is not null)
            ? new BundleContent(root, manifest.Hash, all)
            : Faulty(faults, "pack.bundle_broken", "The bundle is damaged or no bundle.");
    }

    private static PackSource Source(string name, string root, IEnumerable<ZipArchiveEntry> entries) => new(
        name,
        name == root ? "" : $"../{name}/",
        PackSource.Sorted(entries.Select(entry => new PackFile(Split(entry.FullName).Path, Content(entry)))));

    private static (string Name, string Path) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? (path[..slash], path[(slash + 1)..]) : throw new InvalidDataException();
    }

    /// <summary>What an entry holds, never more than a file may, whatever the entry says of itself.</summary>
    private static byte[] Content(ZipArchiveEntry entry)
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

    private static BundleContent? Faulty(PackFaults faults, string code, string message)
    {
        faults.Add(default, code, message);
        return null;
    }

    private sealed record Manifest(int Format, string? Root, string? Hash);
}

/// <summary>What a bundle holds.</summary>
/// <param name="Root">The pack itself.</param>
/// <param name="Hash">The hash it was written under.</param>
/// <param name="All">Every pack by its name.</param>
internal sealed record BundleContent(PackSource Root, string Hash, IReadOnlyDictionary<string, PackSource> All);
