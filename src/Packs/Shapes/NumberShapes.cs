using System.Globalization;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A whole number within a range.</summary>
internal sealed class IntShape(int min, int max) : Shape<int>
{
    public override int Fallback => min;

    internal override int ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackScalar { Plain: true } scalar || !YamlTypes.IsNumber(scalar))
        {
            return Wrong(node, reading, "a whole number");
        }

        var isWhole =
            long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isWhole && number >= min && number <= max
            ? (int)number
            : Refuse(
                node,
                reading,
                "pack.out_of_range",
                $"{Short.Of(scalar.Text)} is not a whole number from {min} to {max}.");
    }

    internal override JsonObject Describe(SchemaBook book) =>
        new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max };
}

/// <summary>A decimal number within a range.</summary>
internal sealed class DecimalShape(decimal min, decimal max) : Shape<decimal>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override decimal Fallback => min;

    internal override decimal ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackScalar { Plain: true } scalar || !YamlTypes.IsNumber(scalar))
        {
            return Wrong(node, reading, "a number");
        }

        var isDecimal = decimal.TryParse(scalar.Text, Style, CultureInfo.InvariantCulture, out var number);
        return isDecimal && number >= min && number <= max
            ? number
            : Refuse(
                node, reading, "pack.out_of_range", $"{Short.Of(scalar.Text)} is not a number from {min} to {max}.");
    }

    internal override JsonObject Describe(SchemaBook book) =>
        new() { ["type"] = "number", ["minimum"] = min, ["maximum"] = max };
}

/// <summary>true or false.</summary>
internal sealed class BoolShape : Shape<bool>
{
    public override bool Fallback => false;

    internal override bool ReadNode(PackNode node, ShapeReading reading) => node switch
    {
        PackScalar { Plain: true, Text: "true" } => true,
        PackScalar { Plain: true, Text: "false" } => false,
        _ => Wrong(node, reading, "true or false"),
    };

    internal override JsonObject Describe(SchemaBook book) => new() { ["type"] = "boolean" };
}
