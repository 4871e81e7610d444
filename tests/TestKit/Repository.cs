namespace Heluo.TestKit;

/// <summary>Finds the repository a test runs in.</summary>
public static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of a pack.</summary>
    public static string Pack(string name) => Path.Combine(Root, "packs", name);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "heluo.slnx")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("No repository around the tests.");
        }

        return folder;
    }
}
