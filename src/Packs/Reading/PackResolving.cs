using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>Opens a pack and the packs it requires, base packs first; refuses cycles, gaps and too many.</summary>
/// <param name="open">Opens a pack by its id; null when there is none.</param>
/// <param name="faults">Where faults go.</param>
internal sealed class PackResolving(Func<string, PackSource?> open, PackFaults faults)
{
    private readonly List<PackSource> done = [];
    private readonly List<string> openNow = [];

    /// <summary>All packs in the order they build on one another, the root last; empty when the root is no
    /// pack.</summary>
    public ImmutableArray<PackSource> Resolve(PackSource root)
    {
        Visit(root);
        return [.. done];
    }

    private void Visit(PackSource source)
    {
        if (Read(source) is not { Header: var header } read)
        {
            return;
        }

        openNow.Add(source.Name);
        foreach (var required in header.Requires)
        {
            if (openNow.Contains(required, StringComparer.Ordinal))
            {
                var way = string.Join(" → ", openNow.SkipWhile(name => name != required).Append(required));
                faults.Add(header.At, "pack.requires_cycle", $"Packs require one another in a circle: {way}.");
            }
            else if (done.TrueForAll(known => known.Name != required))
            {
                Open(required, header);
            }
        }

        openNow.RemoveAt(openNow.Count - 1);
        done.Add(read);
    }

    private void Open(string required, PackHeader by)
    {
        if (done.Count + openNow.Count >= PackLimits.Packs)
        {
            faults.Add(by.At, "pack.requires_too_many", $"At most {PackLimits.Packs} packs build on one another.");
        }
        else if (open(required) is not { } source)
        {
            faults.Add(
                by.At, "pack.requires_missing", $"The required pack \"{required}\" does not stand beside this one.");
        }
        else
        {
            Visit(source);
        }
    }

    /// <summary>The pack with its header; null when the header cannot be read at all.</summary>
    private PackSource? Read(PackSource source)
    {
        var path = source.Prefix + PackSource.HeaderFile;
        var broken = new List<PackFault>();
        var root = YamlFile.Read(
            path, source.Find(PackSource.HeaderFile)!.Content, new NodeBudget(PackLimits.Nodes), broken);
        broken.ForEach(faults.Add);
        if (root is null)
        {
            return null;
        }

        var reading = new ShapeReading(faults, []);
        var header = PackHeader.Shape.Read(root, reading);
        if (source.Name.Length > 0 && header.Id.Length > 0 && header.Id != source.Name)
        {
            faults.Add(
                header.At, "pack.name_differs", $"The folder is \"{source.Name}\" but the pack says \"{header.Id}\".");
        }

        return source with { Header = header, References = [.. reading.References] };
    }
}
