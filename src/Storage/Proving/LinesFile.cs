using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Heluo.Storage;

/// <summary>Records in a file, one JSON object a line, newest last; lines are only ever added.</summary>
/// <param name="path">The file.</param>
internal sealed class LinesFile<T>(string path)
    where T : class
{
    /// <summary>All records in the order of the file, or the number of the first line that is none.</summary>
    public (ImmutableArray<T> Records, int? Wrong) Read()
    {
        var found = ImmutableArray.CreateBuilder<T>();
        var number = 0;
        foreach (var line in File.Exists(path) ? File.ReadLines(path, Encoding.UTF8) : [])
        {
            number++;
            try
            {
                found.Add(JsonSerializer.Deserialize<T>(line, JournalJson.Options) ?? throw new JsonException("null"));
            }
            catch (JsonException)
            {
                return ([], number);
            }
        }

        return (found.ToImmutable(), null);
    }

    /// <summary>Adds one; it is on disk when this returns.</summary>
    public void Add(T record)
    {
        var folder = Path.GetDirectoryName(path)!;
        var isNew = !File.Exists(path);
        Directory.CreateDirectory(folder);
        var line = JsonSerializer.SerializeToUtf8Bytes(record, JournalJson.Options);
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
