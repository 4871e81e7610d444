namespace Heluo.House.Tests;

/// <summary>The repository as it lies on disk: where it is, and which text files are its own.</summary>
internal static class House
{
    private static readonly string[] Rooms = ["src", "tests", "bench", "eng", "docs", "packs", ".ci"];
    private static readonly string[] Texts =
    [
        ".cs", ".razor", ".csproj", ".props", ".targets", ".slnx", ".json", ".yaml", ".yml", ".md", ".txt", ".sql",
        ".css", ".js", ".html", ".resx", "",
    ];

    /// <summary>Top of the working tree: the nearest folder above that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every text file of the repository, root files included, sorted by path.</summary>
    public static IReadOnlyList<HouseFile> Files { get; } = Rooms
        .Select(room => Path.Combine(Root, room))
        .Where(Directory.Exists)
        .SelectMany(room => Directory.EnumerateFiles(room, "*", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Root))
        .Select(path => new HouseFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), path))
        .Where(file => IsOwn(file.Path))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .ToList();

    /// <summary>Files whose path matches: a folder to start with and an ending.</summary>
    public static IEnumerable<HouseFile> Under(string start, params string[] endings) =>
        Files.Where(file => file.Path.StartsWith(start, StringComparison.Ordinal)
            && (endings.Length == 0 || endings.Any(end => file.Path.EndsWith(end, StringComparison.Ordinal))));

    /// <summary>A file of the house by its path from the root.</summary>
    public static HouseFile File(string path) => new(path, Path.Combine(Root, path));

    private static bool IsOwn(string path) =>
        Texts.Contains(Path.GetExtension(path), StringComparer.Ordinal)
        && !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules");

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "heluo.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No heluo.slnx above {from}.");
    }
}
