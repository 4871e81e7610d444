using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A kind of definition that packs may hold: where it stands, how it is read, what is checked
/// afterwards.</summary>
public abstract class PackKind
{
    private protected PackKind(string name, string folder, string list, string idKey)
    {
        (Name, Folder, List, IdKey) = (name, folder, list, idKey);
    }

    /// <summary>The kind's name, by which other definitions refer to it: <c>agency</c>.</summary>
    public string Name { get; }

    /// <summary>The folder of a pack that holds it: <c>agencies</c>.</summary>
    public string Folder { get; }

    /// <summary>The key under which a file lists several: <c>agencies</c>.</summary>
    public string List { get; }

    /// <summary>The key that holds the id of one: <c>agency</c>.</summary>
    public string IdKey { get; }

    /// <summary>The kinds whose ids its definitions give: its own and those of
    /// <see cref="PackKind{T}.Naming"/>.</summary>
    internal abstract IEnumerable<string> Gives { get; }

    /// <summary>An empty table of definitions of this kind.</summary>
    internal abstract DefinitionTable Table();

    /// <summary>The JSON Schema of one definition.</summary>
    internal abstract JsonObject Describe(SchemaBook book);
}
