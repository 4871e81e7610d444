namespace Heluo.Tests;

/// <summary>The working tree these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The pack of the demo city.</summary>
    public static string City { get; } =
        Directory.GetDirectories(Path.Combine(Root, "packs"))
            .Single(pack => Directory.Exists(Path.Combine(pack, "divisions")));

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
