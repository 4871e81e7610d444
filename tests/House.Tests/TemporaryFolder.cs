namespace Heluo.House.Tests;

/// <summary>A folder of its own that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("heluo-house-").FullName;

    public HouseFile Write(string path, params string[] lines)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllLines(full, lines);
        return new HouseFile(path, full);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
