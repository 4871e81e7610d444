using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>The keys of a map, as learned by asking for them without a map.</summary>
internal sealed class MapDescription
{
    private readonly List<(string Key, Func<SchemaBook, JsonObject> Describe, bool Required)> keys = [];

    public void Add(string key, Func<SchemaBook, JsonObject> describe, bool required)
    {
        if (keys.TrueForAll(known => known.Key != key))
        {
            keys.Add((key, describe, required));
        }
    }

    public JsonObject Schema(SchemaBook book)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] =
                new JsonObject(keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)key.Describe(book)))),
        };
        var required = keys.Where(key => key.Required).Select(key => (JsonNode)key.Key).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        schema["additionalProperties"] = false;
        return schema;
    }
}
