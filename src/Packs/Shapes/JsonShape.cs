using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A value of any form, as JSON has it, by the core schema of YAML 1.2.</summary>
internal sealed class JsonShape : Shape<JsonElement>
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(value: null);

    public override JsonElement Fallback => Nothing;

    internal override JsonElement ReadNode(PackNode node, ShapeReading reading) =>
        JsonSerializer.SerializeToElement(Of(node, reading));

    internal override JsonObject Describe(SchemaBook book) => [];

    private static JsonNode? Of(PackNode node, ShapeReading reading) => node switch
    {
        PackMap map => new JsonObject(
            map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value, reading)))),
        PackList list => new JsonArray([.. list.Items.Select(item => Of(item, reading))]),
        PackScalar scalar => Scalar(scalar, reading),
        _ => null,
    };

    private static JsonNode? Scalar(PackScalar scalar, ShapeReading reading)
    {
        if (scalar.IsNothing)
        {
            return null;
        }

        if (YamlTypes.IsBoolean(scalar))
        {
            return string.Equals(scalar.Text, "true", StringComparison.OrdinalIgnoreCase);
        }

        if (!YamlTypes.IsNumber(scalar))
        {
            return scalar.Text;
        }

        if (decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        reading.Fault(
            scalar.At, "pack.out_of_range", $"{Short.Of(scalar.Text)} is not a number that can be kept exactly.");
        return null;
    }
}
