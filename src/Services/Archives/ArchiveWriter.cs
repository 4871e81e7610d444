using System.IO.Compression;
using System.Security.Cryptography;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>Puts files into an archive, keeps what the manifest must say of each, and seals it with manifest and
/// signature.</summary>
internal sealed class ArchiveWriter : IDisposable
{
    private readonly ZipArchive zip;
    private readonly DateTimeOffset at;
    private readonly List<ArchiveFile> files = [];
    private long unpacked;

    /// <param name="target">Where to write; it must be able to seek.</param>
    /// <param name="at">The time every entry carries.</param>
    public ArchiveWriter(Stream target, DateTimeOffset at)
    {
        zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        this.at = at;
    }

    /// <summary>Adds a file from memory.</summary>
    public Refusal? Add(string path, byte[] content) => Add(path, new MemoryStream(content, writable: false));

    /// <summary>Adds a file; refuses <c>archive.too_large</c>.</summary>
    public Refusal? Add(string path, Stream content)
    {
        if (files.Count >= ArchiveLimits.Files)
        {
            return ArchiveRefusals.TooLarge(path);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var entry = Open(path);
        var (length, piece) = (0L, new byte[64 * 1024]);
        while (content.Read(piece) is > 0 and var read)
        {
            (length, unpacked) = (length + read, unpacked + read);
            if (length > ArchiveLimits.FileBytes || unpacked > ArchiveLimits.Unpacked)
            {
                return ArchiveRefusals.TooLarge(path);
            }

            hash.AppendData(piece, 0, read);
            entry.Write(piece, 0, read);
        }

        files.Add(new ArchiveFile(path, length, Convert.ToHexStringLower(hash.GetHashAndReset())));
        return null;
    }

    /// <summary>Writes manifest and signature; nothing is added afterwards. Gives the manifest as written.</summary>
    public Outcome<ArchiveManifest> Seal(ArchiveManifest manifest, DocumentKeys keys)
    {
        manifest = manifest with { Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)] };
        var written = ArchiveJson.Write(manifest);
        if (written.Length > ArchiveLimits.ManifestBytes)
        {
            return ArchiveRefusals.TooLarge(ArchivePaths.Manifest);
        }

        using (var entry = Open(ArchivePaths.Manifest))
        {
            entry.Write(written);
        }

        using var signature = Open(ArchivePaths.Signature);
        signature.Write(keys.Sign(written));
        return manifest;
    }

    public void Dispose() => zip.Dispose();

    private Stream Open(string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = at;
        return entry.Open();
    }
}
