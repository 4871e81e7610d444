using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A pack's version, kept as written, with or without quotes: <c>2026.1</c>.</summary>
internal sealed class VersionShape : Shape<string>
{
    private const int MaxCharacters = 20;
    private const string Pattern = "^[0-9]+(\\.[0-9]+)*$";
    private static readonly Shape<string> Text = Shapes.Text(MaxCharacters, Pattern, "a version such as 2026.1");

    public override string Fallback => "0";

    internal override string ReadNode(PackNode node, ShapeReading reading) =>
        Text.Read(node is PackScalar scalar ? new PackScalar(scalar.At, scalar.Text, plain: false) : node, reading);

    internal override JsonObject Describe(SchemaBook book) => new()
    {
        ["type"] = new JsonArray("number", "string"),
        ["pattern"] = Pattern,
        ["maxLength"] = MaxCharacters,
    };
}
