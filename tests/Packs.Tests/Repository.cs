namespace Heluo.Packs.Tests;

/// <summary>Where this repository stands.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Pack(string name) => Path.Combine(Root, "packs", name);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "heluo.slnx"))
        ? folder
        : Find(
            Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? throw new DirectoryNotFoundException());
}
