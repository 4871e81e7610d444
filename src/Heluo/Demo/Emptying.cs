using Heluo.Kernel;

namespace Heluo.Demo;

/// <summary>Empties a demo's folder, and only a demo's.</summary>
internal static class Emptying
{
    private const string Lock = "heluo.lock";

    /// <summary>
    /// Deletes what stands in the folder. Refuses <c>demo.not_a_demo</c> when it holds files but no demo clock, for
    /// <c>--data</c> may have been pointed at something dear; <c>demo.open</c> when another process lives in it.
    /// </summary>
    public static Refusal? Empty(string data)
    {
        var folder = new DirectoryInfo(data);
        if (!folder.Exists || !folder.EnumerateFileSystemInfos().Any())
        {
            return null;
        }

        if (!ClockFile.Stands(data))
        {
            return DemoRefusals.NotADemo(data);
        }

        if (IsOpen(Path.Combine(data, Lock)))
        {
            return DemoRefusals.Open(data);
        }

        foreach (var inside in folder.EnumerateDirectories())
        {
            inside.Delete(recursive: true);
        }

        foreach (var file in folder.EnumerateFiles())
        {
            file.Delete();
        }

        return null;
    }

    private static bool IsOpen(string file)
    {
        try
        {
            using var mine = File.Exists(file)
                ? new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None)
                : null;
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
