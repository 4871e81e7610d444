namespace Heluo.Packs;

/// <summary>Gathers the definitions of one kind while packs are read, base packs first.</summary>
internal abstract class DefinitionTable
{
    /// <summary>The kind gathered.</summary>
    public abstract PackKind Kind { get; }

    /// <summary>Reads one definition of a pack.</summary>
    public abstract void Read(PackMap map, PackSource pack, PackFaults faults, bool fileIsClean);

    /// <summary>Notes every id, sound or not, and the ids the definitions give to other kinds.</summary>
    public abstract void Names(KnownNames names);

    /// <summary>What the definitions refer to.</summary>
    public abstract IEnumerable<PackReference> References();

    /// <summary>Runs the kind's checks over its sound definitions.</summary>
    public abstract void Check(PackChecking checking);

    /// <summary>The sound definitions, as <see cref="Definitions{T}"/>.</summary>
    public abstract object Finish();
}

/// <inheritdoc/>
internal sealed class DefinitionTable<T>(PackKind<T> kind) : DefinitionTable
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public override PackKind Kind => kind;

    public override void Read(PackMap map, PackSource pack, PackFaults faults, bool fileIsClean)
    {
        var reading = new ShapeReading(faults, pack.Languages);
        var value = kind.Shape.Read(map, reading);
        if (map.Find(kind.IdKey)?.Value is not PackScalar { Text: { Length: > 0 } id })
        {
            return;
        }

        if (kind.IsParts)
        {
            var part = $"{id}#{entries.Count + 1}";
            entries[part] = new Entry(id, value, map.At, pack, fileIsClean && reading.IsClean, reading.References);
            return;
        }

        var replaces = map.Find("replaces")?.Value is PackScalar { Plain: true, Text: "true" };
        entries.TryGetValue(id, out var known);
        if (known is not null && known.Pack == pack)
        {
            faults.Add(
                map.At, "pack.duplicate_id", $"The {kind.Name} \"{Short.Of(id)}\" already stands at {known.At}.");
            return;
        }

        if (known is not null && !replaces)
        {
            faults.Add(
                map.At,
                "pack.already_defined",
                $"The {kind.Name} \"{Short.Of(id)}\" stands in pack {known.Pack.Name}; "
                + "say \"replaces: true\" to take its place.");
            return;
        }

        if (known is null && replaces)
        {
            faults.Add(
                map.At,
                "pack.replaces_nothing",
                $"No required pack has the {kind.Name} \"{Short.Of(id)}\" to replace.");
        }

        entries[id] = new Entry(id, value, map.At, pack, fileIsClean && reading.IsClean, reading.References);
    }

    public override void Names(KnownNames names)
    {
        foreach (var given in kind.Gives)
        {
            names.AddKind(given);
        }

        foreach (var entry in entries.Values)
        {
            names.Add(kind.Name, entry.Id);
            foreach (var other in kind.Others)
            {
                foreach (var name in other.Names(entry.Value))
                {
                    names.Add(other.Kind, name);
                }
            }
        }
    }

    public override IEnumerable<PackReference> References() => entries.Values.SelectMany(entry => entry.References);

    public override void Check(PackChecking checking)
    {
        foreach (var entry in Sound())
        {
            foreach (var check in kind.Checks)
            {
                check(checking, entry.Value);
            }
        }
    }

    public override object Finish() =>
        new Definitions<T>(entries
            .Where(entry => entry.Value.IsSound)
            .Select(entry => new Definition<T>(entry.Key, entry.Value.Value, entry.Value.At, entry.Value.Pack.Name)));

    private IEnumerable<Entry> Sound() => entries.Values.Where(entry => entry.IsSound);

    private sealed record Entry(
        string Id, T Value, PackAt At, PackSource Pack, bool IsSound, IReadOnlyList<PackReference> References);
}
