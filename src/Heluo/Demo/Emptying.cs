using Heluo.Kernel;

namespace Heluo.Demo;

/// <summary>Empties a demo's folder, and only a demo's.</summary>
internal static class Emptying
{
    /// <summary>
    /// Deletes what stands in the folder. Refuses <c>demo.not_a_demo</c> when it holds files but no demo clock:
    /// <c>--data</c> may have been pointed at something dear.
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
}
