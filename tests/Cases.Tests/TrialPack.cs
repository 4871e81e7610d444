using Heluo.Packs;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

/// <summary>The packs of the repository in a folder of their own, some files of the country's pack replaced.</summary>
internal static class TrialPack
{
    public static PackFault[] Check(params (string Path, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("heluo-packs-").FullName;
        try
        {
            foreach (var pack in new[] { "china", "zhengzhou" })
            {
                Copy(Repository.Pack(pack), Path.Combine(folder, pack));
            }

            foreach (var (path, text) in files)
            {
                File.WriteAllText(Path.Combine(folder, "china", path), text);
            }

            return [.. CityWorld.Reader.Load(Path.Combine(folder, "zhengzhou")).Faults];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
