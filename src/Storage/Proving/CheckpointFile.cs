using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Heluo.Kernel;

namespace Heluo.Storage;

/// <summary>Checkpoints in a file, one JSON object a line, newest last; lines are only ever added.</summary>
/// <param name="path">The file.</param>
public sealed class CheckpointFile(string path)
{
    private const string Name = "checkpoints.jsonl";

    /// <summary>The file of a folder.</summary>
    public static CheckpointFile In(string folder) => new(System.IO.Path.Combine(folder, Name));

    /// <summary>Where it lies.</summary>
    public string Path => path;

    /// <summary>All checkpoints in the order of the file; none when there is no file.</summary>
    /// <returns>The checkpoints, or <c>checkpoint.form</c>.</returns>
    public Outcome<ImmutableArray<Checkpoint>> Read()
    {
        if (!File.Exists(path))
        {
            return ImmutableArray<Checkpoint>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<Checkpoint>();
        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            try
            {
                found.Add(JsonSerializer.Deserialize<Checkpoint>(line, JournalJson.Options)
                    ?? throw new JsonException("null"));
            }
            catch (JsonException)
            {
                return ProvingRefusals.CheckpointForm(path, number);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Adds one; it is on disk when this returns.</summary>
    internal void Add(Checkpoint checkpoint)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        var isNew = !File.Exists(path);
        Directory.CreateDirectory(folder);
        var line = JsonSerializer.SerializeToUtf8Bytes(checkpoint, JournalJson.Options);
        using (var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            file.Write([.. line, (byte)'\n']);
            file.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            Disk.SyncFolder(folder);
        }
    }
}
