using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>
/// The JSON Schemas (draft 2020-12) of everything a reader reads: one for each folder of a pack and one for its header.
/// Published for editors under <c>docs/api/schemas</c>; a test holds the published files against the reader.
/// </summary>
public static class PackSchemas
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>File name and text of each schema, by name: <c>items.json</c>, <c>pack.json</c>.</summary>
    public static ImmutableSortedDictionary<string, string> Of(PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var schemas = reader.Kinds
            .GroupBy(kind => kind.Folder, StringComparer.Ordinal)
            .Select(folder => KeyValuePair.Create($"{folder.Key}.json", Text(Folder(folder.Key, [.. folder]))));
        var book = new SchemaBook();
        var header = Root("pack", PackHeader.Shape.Describe(book), book);
        return schemas
            .Append(KeyValuePair.Create("pack.json", Text(header)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Kinds that some shape refers to but the reader does not read, so that the reference is never looked
    /// up.</summary>
    public static ImmutableArray<string> Unread(PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var book = new SchemaBook();
        foreach (var kind in reader.Kinds)
        {
            kind.Describe(book);
        }

        return [.. book.Kinds.Except(reader.Kinds.SelectMany(kind => kind.Gives), StringComparer.Ordinal)];
    }

    /// <summary>Writes every schema into a folder and answers the names of those that changed.</summary>
    public static ImmutableArray<string> Write(PackReader reader, string folder)
    {
        Directory.CreateDirectory(folder);
        var changed = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, text) in Of(reader))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(path, text);
                changed.Add(name);
            }
        }

        return changed.ToImmutable();
    }

    private static JsonObject Folder(string folder, ImmutableArray<PackKind> kinds)
    {
        var book = new SchemaBook();
        var forms = new JsonArray();
        foreach (var kind in kinds)
        {
            book.Refer(kind.Name, () => kind.Describe(book));
            forms.Add((JsonNode)new JsonObject { ["$ref"] = $"#/$defs/{kind.Name}" });
        }

        forms.Add((JsonNode)new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                kinds.Select(kind => KeyValuePair.Create(kind.List, (JsonNode?)Several(kind)))),
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
        });
        return Root(folder, new JsonObject { ["oneOf"] = forms }, book);
    }

    private static JsonObject Several(PackKind kind) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["$ref"] = $"#/$defs/{kind.Name}" },
    };

    private static JsonObject Root(string name, JsonObject schema, SchemaBook book)
    {
        var root = new JsonObject { ["$schema"] = Draft, ["$id"] = $"{name}.json", ["title"] = name };
        foreach (var (key, value) in schema.ToList())
        {
            schema.Remove(key);
            root[key] = value;
        }

        if (book.Parts() is { Count: > 0 } parts)
        {
            root["$defs"] = parts;
        }

        return root;
    }

    private static string Text(JsonObject schema) => $"{schema.ToJsonString(Format).ReplaceLineEndings("\n")}\n";
}
