namespace Heluo.House.Tests;

/// <summary>One text file, by its path from the root with forward slashes.</summary>
internal sealed record HouseFile(string Path, string FullPath)
{
    private readonly Lazy<string[]> lines = new(() => System.IO.File.ReadAllLines(FullPath));

    public string[] Lines => lines.Value;

    public string Text => System.IO.File.ReadAllText(FullPath);

    public string Folder => System.IO.Path.GetDirectoryName(FullPath)!;
}
