using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>Parses the files of one pack side by side and hands each definition to the table of its kind.</summary>
/// <param name="pack">The pack.</param>
/// <param name="tables">A table for each kind.</param>
/// <param name="lenient">Whether folders that nothing reads are passed over.</param>
/// <param name="whole">Whether the pack's own tests are read too.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class PackFiles(
    PackSource pack, ImmutableArray<DefinitionTable> tables, bool lenient, bool whole, PackFaults faults)
{
    public void Read()
    {
        var files = pack.Files.Where(file => IsRead(file.Path)).ToArray();
        var budget = new NodeBudget(PackLimits.Nodes);
        var roots = new PackNode?[files.Length];
        var broken = new List<PackFault>[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            broken[i] = [];
            roots[i] = YamlFile.Read(pack.Prefix + files[i].Path, files[i].Content, budget, broken[i]);
        });

        for (var i = 0; i < files.Length; i++)
        {
            broken[i].ForEach(faults.Add);
            if (roots[i] is { } root)
            {
                var folder = PackSource.FolderOf(files[i].Path);
                File(root, [.. tables.Where(table => table.Kind.Folder == folder)], broken[i].Count == 0);
            }
        }
    }

    private bool IsRead(string path)
    {
        var folder = PackSource.FolderOf(path);
        if (path == PackSource.HeaderFile || (folder == PackFolders.Tests && !whole))
        {
            return false;
        }

        if (tables.Any(table => table.Kind.Folder == folder))
        {
            return true;
        }

        if (!lenient && PackSource.IsHashed(path))
        {
            var known = tables.Select(table => table.Kind.Folder).Distinct(StringComparer.Ordinal);
            faults.Add(
                new PackAt(pack.Prefix + path, 0),
                "pack.unknown_folder",
                folder.Length == 0
                    ? "Beside pack.yaml a pack holds folders only."
                    : $"Nothing reads the folder \"{folder}\".{Short.DidYouMean(folder, known)}");
        }

        return false;
    }

    private void File(PackNode root, ImmutableArray<DefinitionTable> here, bool isClean)
    {
        if (root is not PackMap map)
        {
            faults.Add(root.At, "pack.wrong_type", $"A file is a map, not {root.Kind}.");
            return;
        }

        if (here.FirstOrDefault(table => map.Find(table.Kind.IdKey) is not null) is { } single)
        {
            single.Read(map, pack, faults, isClean);
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (here.FirstOrDefault(table => table.Kind.List == entry.Key) is { } table)
            {
                Many(entry, table, isClean);
            }
            else
            {
                var keys = here.SelectMany(known => (string[])[known.Kind.IdKey, known.Kind.List]).Distinct();
                faults.Add(
                    entry.At,
                    "pack.unknown_key",
                    $"A file here begins with one of {Short.Among(keys)}, not \"{Short.Of(entry.Key)}\".");
            }
        }
    }

    private void Many(PackEntry entry, DefinitionTable table, bool isClean)
    {
        if (entry.Value is not PackList list)
        {
            faults.Add(entry.At, "pack.wrong_type", $"Under \"{entry.Key}\" stands a list, not {entry.Value.Kind}.");
            return;
        }

        foreach (var item in list.Items)
        {
            if (item is PackMap map)
            {
                table.Read(map, pack, faults, isClean);
            }
            else if (item is not PackHole)
            {
                faults.Add(item.At, "pack.wrong_type", $"Each of \"{entry.Key}\" is a map, not {item.Kind}.");
            }
        }
    }
}
