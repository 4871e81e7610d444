namespace Heluo.Browser;

/// <summary>The working tree these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The executable, of the build these tests are of.</summary>
    public static string App { get; } = Path.Combine(
        Root, "artifacts", "bin", "Heluo", new DirectoryInfo(AppContext.BaseDirectory).Name, "heluo.dll");

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "heluo.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No heluo.slnx above {from}.");
    }
}
