using NodaTime;

namespace Heluo.Storage;

/// <summary>One file for each attachment, in 256 folders by the first byte of its name.</summary>
internal sealed class FolderShelf(string folder) : IBlobShelf
{
    public void Keep(string name, string draft, Instant at)
    {
        var target = PathOf(name);
        var shelf = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(shelf))
        {
            Directory.CreateDirectory(shelf);
            Disk.SyncFolder(folder);
        }

        // The sweep measures age by the clock of the house, which a demo may move.
        File.SetLastWriteTimeUtc(draft, at.ToDateTimeUtc());
        File.Move(draft, target);
        Disk.SyncFolder(shelf);
    }

    public Stream? Open(string name) => PathOf(name) is var path && File.Exists(path) ? File.OpenRead(path) : null;

    public int Sweep(IReadOnlySet<string> named, Instant before)
    {
        var swept = 0;
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            : [];
        foreach (var file in files.Where(file => IsOlder(file, before) && !named.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
            swept++;
        }

        return swept;
    }

    private static bool IsOlder(string file, Instant before) =>
        Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(file)) < before;

    private string PathOf(string name) => Path.Combine(folder, name[..2], name);
}
