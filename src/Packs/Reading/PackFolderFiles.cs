using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>Takes the YAML files of a pack's folder into memory, within the limits, following no links.</summary>
internal static class PackFolderFiles
{
    private const int MaxFolderDepth = 4;

    /// <summary>The files of a folder; null when it is no pack, with the fault added.</summary>
    public static PackSource? Read(string folder, string name, string prefix, PackFaults faults)
    {
        if (!File.Exists(Path.Combine(folder, PackSource.HeaderFile)))
        {
            faults.Add(new PackAt($"{prefix}{PackSource.HeaderFile}", 0), "pack.no_header", PackSource.NoHeader);
            return null;
        }

        var found = new List<(string Path, FileInfo File)>();
        Walk(new DirectoryInfo(folder), "", 0, found, prefix, faults);
        if (found.Count > PackLimits.Files)
        {
            faults.Add(new PackAt(prefix, 0), "pack.too_many_files", $"A pack has at most {PackLimits.Files} files.");
            return null;
        }

        var files = new List<PackFile>(found.Count);
        var total = 0L;
        foreach (var (path, file) in found)
        {
            total += file.Length;
            if (total > PackLimits.PackBytes)
            {
                faults.Add(
                    new PackAt(prefix, 0), "pack.too_large", $"A pack holds at most {PackLimits.PackBytes} bytes.");
                return null;
            }

            if (file.Length > PackLimits.FileBytes)
            {
                faults.Add(
                    new PackAt(prefix + path, 0),
                    "pack.yaml_oversize",
                    $"A file holds at most {PackLimits.FileBytes} bytes.");
                continue;
            }

            files.Add(new PackFile(path, File.ReadAllBytes(file.FullName)));
        }

        var source = new PackSource(name, prefix, PackSource.Sorted(files));
        return source.Find(PackSource.HeaderFile) is null ? null : source;
    }

    private static void Walk(
        DirectoryInfo folder,
        string path,
        int depth,
        List<(string Path, FileInfo File)> found,
        string prefix,
        PackFaults faults)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var here = path + entry.Name;
            if (entry.Name.StartsWith('.') || found.Count > PackLimits.Files)
            {
                continue;
            }

            if (entry.LinkTarget is not null)
            {
                faults.Add(
                    new PackAt(prefix + here, 0),
                    "pack.link",
                    "A link may not stand in a pack: it can lead out of it.");
            }
            else if (entry is DirectoryInfo inner)
            {
                if (depth == MaxFolderDepth)
                {
                    faults.Add(
                        new PackAt(prefix + here, 0), "pack.too_deep", $"Folders stand at most {MaxFolderDepth} deep.");
                    continue;
                }

                Walk(inner, here + "/", depth + 1, found, prefix, faults);
            }
            else if (IsYaml(here, prefix, faults))
            {
                found.Add((here, (FileInfo)entry));
            }
        }
    }

    private static bool IsYaml(string path, string prefix, PackFaults faults)
    {
        var ending = Path.GetExtension(path);
        if (ending is ".yaml")
        {
            return true;
        }

        if (ending is not (".md" or "" or ".txt") && PackSource.IsHashed(path))
        {
            faults.Add(
                new PackAt(prefix + path, 0),
                "pack.unknown_file",
                ending is ".yml"
                    ? "Name the file .yaml, or it is not read."
                    : "A pack holds .yaml files, and .md files for people.");
        }

        return false;
    }
}
