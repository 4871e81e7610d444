using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>One of a closed list of names.</summary>
internal sealed class ChoiceShape<T>(IReadOnlyList<KeyValuePair<string, T>> choices) : Shape<T>
{
    private readonly FrozenDictionary<string, T> byName = choices.ToFrozenDictionary(StringComparer.Ordinal);

    public override T Fallback => choices[0].Value;

    internal override T ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackScalar scalar || !YamlTypes.IsText(scalar))
        {
            return Wrong(node, reading, $"a text, one of {Names()}");
        }

        return byName.TryGetValue(scalar.Text, out var value)
            ? value
            : Refuse(node, reading, "pack.unknown_value", $"\"{Short.Of(scalar.Text)}\" is none of {Names()}.");
    }

    internal override JsonObject Describe(SchemaBook book) =>
        new() { ["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode)choice.Key)]) };

    private string Names() => string.Join(", ", choices.Select(choice => choice.Key));
}
