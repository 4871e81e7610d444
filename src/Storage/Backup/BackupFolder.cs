using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>
/// A backup: everything the journal holds, as files that any later version reads, added to run by run. Documents are
/// not
/// in it, because facts give them; keys are not in it, because whoever is forgotten must be so in every copy.
/// </summary>
/// <param name="folder">Where it lies.</param>
public sealed class BackupFolder(string folder)
{
    /// <summary>The file that lists its runs.</summary>
    internal const string Name = "backup.jsonl";

    private readonly LinesFile<BackupRun> runs = new(Path.Combine(folder, Name));

    /// <summary>What the runs added so far, oldest first. Refuses <c>backup.form</c>.</summary>
    public Outcome<ImmutableArray<BackupRun>> Runs()
    {
        var (read, wrong) = runs.Read();
        return wrong is { } line ? BackupRefusals.Form(folder, line) : read;
    }

    /// <summary>Attachments of the backup.</summary>
    internal FolderShelf Shelf { get; } = new(Path.Combine(folder, "blobs"));

    /// <summary>Where it lies.</summary>
    internal string Folder => folder;

    /// <summary>Copies of the checkpoints and erasures, as they were at the newest run.</summary>
    internal string Lists => folder;

    internal void Add(BackupRun run) => runs.Add(run);

    /// <summary>Writes a segment beside its name and then names it, so that a crash leaves none or a whole
    /// one.</summary>
    internal async Task<BackupSegment> WriteAsync(
        long from, long to, IAsyncEnumerable<FactRow> rows, CancellationToken ct)
    {
        Directory.CreateDirectory(Segments);
        var name = string.Create(CultureInfo.InvariantCulture, $"{from:d12}-{to:d12}.jsonl.gz");
        var path = Path.Combine(Segments, name);
        await using (var file = new FileStream($"{path}.new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            {
                await foreach (var row in rows.WithCancellation(ct))
                {
                    await JsonSerializer.SerializeAsync(packed, BackupRow.Of(row), JournalJson.Options, ct);
                    packed.WriteByte((byte)'\n');
                }
            }

            file.Flush(flushToDisk: true);
        }

        File.Move($"{path}.new", path, overwrite: true);
        Disk.SyncFolder(Segments);
        return new BackupSegment(name, new FileInfo(path).Length, await HashAsync(path, ct));
    }

    /// <summary>The facts of a segment; refuses <c>backup.altered</c> when the file is not the one that was
    /// written.</summary>
    internal async Task<Outcome<List<FactRow>>> ReadAsync(BackupSegment segment, CancellationToken ct)
    {
        var path = Path.Combine(Segments, Path.GetFileName(segment.Name));
        if (!File.Exists(path) || new FileInfo(path).Length != segment.Length
            || await HashAsync(path, ct) != segment.Sha256)
        {
            return BackupRefusals.Altered(segment.Name);
        }

        var rows = new List<FactRow>();
        await using var file = File.OpenRead(path);
        await using var packed = new GZipStream(file, CompressionMode.Decompress);
        using var lines = new StreamReader(packed);
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            rows.Add(JsonSerializer.Deserialize<BackupRow>(line, JournalJson.Options)!.Row());
        }

        return rows;
    }

    private string Segments => Path.Combine(folder, "segments");

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}
