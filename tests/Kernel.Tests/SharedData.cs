namespace Heluo.Kernel.Tests;

/// <summary>Reference data that lies beside the repository and not in it.</summary>
internal static class SharedData
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The path of a reference file; skips the test, saying so, where the folder is absent.</summary>
    public static string File(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", path));
        if (!System.IO.File.Exists(full))
        {
            Assert.Skip($"shared/data/{path} is not beside this repository.");
        }

        return full;
    }

    private static string Above(string folder)
    {
        while (!System.IO.File.Exists(Path.Combine(folder, "heluo.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No repository above.");
        }

        return folder;
    }
}
