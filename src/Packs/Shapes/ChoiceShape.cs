using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>
/// One of a closed list of names. Two plain arrays instead of a dictionary: the lists are short, and a dictionary for
/// each
/// enumeration would be compiled anew at every start.
/// </summary>
/// <param name="names">The names as packs write them.</param>
/// <param name="values">The value of each name.</param>
internal sealed class ChoiceShape<T>(string[] names, T[] values) : Shape<T>
{
    public override T Fallback => values[0];

    internal override T ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackScalar scalar || !YamlTypes.IsText(scalar))
        {
            return Wrong(node, reading, $"a text, one of {string.Join(", ", names)}");
        }

        var place = Array.IndexOf(names, scalar.Text);
        return place >= 0
            ? values[place]
            : Refuse(
                node,
                reading,
                "pack.unknown_value",
                $"\"{Short.Of(scalar.Text)}\" is none of {string.Join(", ", names)}.");
    }

    internal override JsonObject Describe(SchemaBook book) =>
        new() { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };
}
