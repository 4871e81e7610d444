using System.Globalization;
using System.Text.Json;

namespace Heluo.Cel.Conformance;

/// <summary>Values as the tests write them.</summary>
internal static class ConformanceValues
{
    public static CelValue Read(JsonElement json)
    {
        var form = json.EnumerateObject().First();
        return form.Name switch
        {
            "nullValue" => CelValue.Null,
            "boolValue" => form.Value.GetBoolean(),
            "int64Value" => long.Parse(Text(form.Value), CultureInfo.InvariantCulture),
            "uint64Value" => CelValue.Of(ulong.Parse(Text(form.Value), CultureInfo.InvariantCulture)),
            "doubleValue" => Number(form.Value),
            "stringValue" => form.Value.GetString()!,
            "bytesValue" => CelValue.Of(Convert.FromBase64String(form.Value.GetString()!)),
            "typeValue" => CelValue.OfTypeName(form.Value.GetString()!),
            "listValue" => CelValue.Of(CelList.From(Items(form.Value, "values").Select(Read))),
            "mapValue" => Map(form.Value),
            "objectValue" => Object(form.Value),
            _ => throw new LeftOutException($"protobuf {form.Name}"),
        };
    }

    /// <summary>The same kind and the same content; NaN is NaN.</summary>
    public static bool Same(CelValue one, CelValue two)
    {
        if (one.Kind != two.Kind) return false;
        return one.Kind switch
        {
            CelKind.Double => one.AsDouble.Equals(two.AsDouble),
            CelKind.List => one.AsList.Count == two.AsList.Count && one.AsList.Zip(two.AsList).All(
                pair => Same(pair.First, pair.Second)),
            CelKind.Map => one.AsMap.Count == two.AsMap.Count && one.AsMap.All(
                entry => two.AsMap.TryGet(entry.Key, out var other) && Same(entry.Value, other)),
            _ => one.Equals(two),
        };
    }

    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var found) ? found.EnumerateArray() : [];

    private static string Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();

    private static CelValue Number(JsonElement json) => json.ValueKind == JsonValueKind.Number
        ? json.GetDouble()
        : json.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        };

    private static CelValue Map(JsonElement json)
    {
        var map = new OrderedDictionary<CelValue, CelValue>();
        foreach (var entry in Items(json, "entries"))
        {
            map.Add(Read(entry.GetProperty("key")), Read(entry.GetProperty("value")));
        }

        return CelValue.Of(new CelMap(map));
    }

    private static CelValue Object(JsonElement json)
    {
        var value = json.TryGetProperty("value", out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()!
            : "";
        return json.GetProperty("@type").GetString() switch
        {
            "type.googleapis.com/google.protobuf.Timestamp" when CelTimestamp.TryParse(value, out var timestamp) =>
                CelValue.Of(timestamp),
            "type.googleapis.com/google.protobuf.Duration" when CelDuration.TryParse(value, out var duration) =>
                CelValue.Of(duration),
            _ => throw new LeftOutException("protobuf message as a value"),
        };
    }
}
