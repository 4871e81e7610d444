using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Heluo.Packs.Tests;

/// <summary>
/// A small validator of the part of JSON Schema 2020-12 that our schemas use, written from the standard and knowing
/// nothing of shapes. An unknown keyword is an error, so that a schema never says more than is checked here.
/// </summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly string[] Remarks = ["$schema", "$id", "$defs", "title", "description", "format"];

    public bool Accepts(JsonNode? value) => Accepts(root, value);

    private bool Accepts(JsonObject schema, JsonNode? value) =>
        schema.All(rule => Remarks.Contains(rule.Key) || Accepts(schema, rule.Key, rule.Value!, value));

    private bool Accepts(JsonObject schema, string rule, JsonNode says, JsonNode? value) => rule switch
    {
        "$ref" => Accepts((JsonObject)root["$defs"]![says.GetValue<string>()["#/$defs/".Length..]]!, value),
        "type" => says is JsonArray types
            ? types.Any(type => IsType(type!.GetValue<string>(), value))
            : IsType(says.GetValue<string>(), value),
        "enum" => ((JsonArray)says).Any(one => JsonNode.DeepEquals(one, value)),
        "anyOf" => ((JsonArray)says).Any(one => Accepts((JsonObject)one!, value)),
        "oneOf" => ((JsonArray)says).Count(one => Accepts((JsonObject)one!, value)) == 1,
        "pattern" =>
            Text(value) is not { } text || Regex.IsMatch(text, says.GetValue<string>(), RegexOptions.ECMAScript),
        "minLength" => Text(value) is not { } text || Letters(text) >= says.GetValue<int>(),
        "maxLength" => Text(value) is not { } text || Letters(text) <= says.GetValue<int>(),
        "minimum" => Number(value) is not { } number || number >= Number(says),
        "maximum" => Number(value) is not { } number || number <= Number(says),
        "items" => value is not JsonArray list || list.All(item => Accepts((JsonObject)says, item)),
        "minItems" => value is not JsonArray list || list.Count >= says.GetValue<int>(),
        "maxItems" => value is not JsonArray list || list.Count <= says.GetValue<int>(),
        "minProperties" => value is not JsonObject map || map.Count >= says.GetValue<int>(),
        "maxProperties" => value is not JsonObject map || map.Count <= says.GetValue<int>(),
        "required" =>
            value is not JsonObject map || ((JsonArray)says).All(key => map.ContainsKey(key!.GetValue<string>())),
        "propertyNames" => value is not JsonObject map || map.All(entry => Accepts((JsonObject)says, entry.Key)),
        "properties" => value is not JsonObject map
            || ((JsonObject)says).All(
                key => !map.ContainsKey(key.Key) || Accepts((JsonObject)key.Value!, map[key.Key])),
        "additionalProperties" => value is not JsonObject map || map.All(entry =>
            schema["properties"] is JsonObject known && known.ContainsKey(entry.Key)
            || (says is JsonObject more ? Accepts(more, entry.Value) : says.GetValue<bool>())),
        _ => throw new InvalidOperationException($"The schema says {rule}."),
    };

    private static bool IsType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && decimal.Truncate(number) == number,
        "boolean" => value is JsonValue one && one.TryGetValue<bool>(out _),
        _ => throw new InvalidOperationException($"The schema says type {type}."),
    };

    private static int Letters(string text) => text.EnumerateRunes().Count();

    private static string? Text(JsonNode? value) =>
        value is JsonValue one && one.TryGetValue<string>(out var text) ? text : null;

    private static decimal? Number(JsonNode? value) =>
        value is JsonValue one && !one.TryGetValue<string>(out _) && !one.TryGetValue<bool>(out _)
        ? decimal.Parse(one.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
        : null;
}
