using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>Collects the named parts of a schema and the kinds it refers to, while shapes describe
/// themselves.</summary>
internal sealed class SchemaBook
{
    private readonly SortedDictionary<string, JsonObject> parts = new(StringComparer.Ordinal);

    /// <summary>Kinds that some value names.</summary>
    public SortedSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    public void Names(string kind) => Kinds.Add(kind);

    /// <summary>A reference to a named part, described on first use.</summary>
    public JsonObject Refer(string name, Func<JsonObject> describe)
    {
        if (!parts.ContainsKey(name))
        {
            parts[name] = [];
            parts[name] = describe();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>The named parts, by name.</summary>
    public JsonObject Parts() => new(parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
}
