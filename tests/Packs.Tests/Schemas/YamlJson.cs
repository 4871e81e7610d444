using System.Globalization;
using System.Text.Json.Nodes;

namespace Heluo.Packs.Tests;

/// <summary>A YAML value as an editor sees it: by the core schema of YAML 1.2.</summary>
internal static class YamlJson
{
    public static JsonNode? Of(PackNode node) => node switch
    {
        PackMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))),
        PackList list => new JsonArray([.. list.Items.Select(Of)]),
        PackScalar { IsNothing: true } => null,
        PackScalar scalar when YamlTypes.IsBoolean(scalar) => bool.Parse(scalar.Text),
        PackScalar scalar when YamlTypes.IsNumber(scalar) =>
            decimal.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
        PackScalar scalar => scalar.Text,
        _ => throw new InvalidOperationException(),
    };
}
