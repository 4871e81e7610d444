using System.Text.Json;

namespace Heluo.Cel.Conformance;

/// <summary>Types as the tests write them.</summary>
internal static class ConformanceTypes
{
    public static CelType Read(JsonElement json)
    {
        var form = json.EnumerateObject().First();
        return form.Name switch
        {
            "primitive" => Primitive(form.Value.GetString()!),
            "wellKnown" => WellKnown(form.Value.GetString()!),
            "listType" => CelType.List(Inner(form.Value, "elemType")),
            "mapType" => CelType.Map(Inner(form.Value, "keyType"), Inner(form.Value, "valueType")),
            "null" => CelType.Null,
            "dyn" => CelType.Dyn,
            "type" => CelType.TypeOf(form.Value.EnumerateObject().Any() ? Read(form.Value) : CelType.Dyn),
            "typeParam" => CelType.Parameter(form.Value.GetString()!),
            "messageType" => Message(form.Value.GetString()!),
            "abstractType" => Abstract(form.Value),
            _ => throw new LeftOutException($"protobuf type {form.Name}"),
        };
    }

    private static CelType Inner(JsonElement json, string name) =>
        json.TryGetProperty(name, out var found) ? Read(found) : CelType.Dyn;

    private static CelType Primitive(string name) => name switch
    {
        "BOOL" => CelType.Bool,
        "INT64" => CelType.Int,
        "UINT64" => CelType.Uint,
        "DOUBLE" => CelType.Double,
        "STRING" => CelType.String,
        "BYTES" => CelType.Bytes,
        _ => throw new FormatException($"No primitive is called {name}."),
    };

    private static CelType WellKnown(string name) => name switch
    {
        "TIMESTAMP" => CelType.Timestamp,
        "DURATION" => CelType.Duration,
        _ => throw new LeftOutException($"protobuf type {name}"),
    };

    private static CelType Message(string name) => name switch
    {
        "google.protobuf.Timestamp" => CelType.Timestamp,
        "google.protobuf.Duration" => CelType.Duration,
        _ => throw new LeftOutException("protobuf message in the environment"),
    };

    private static CelType Abstract(JsonElement json)
    {
        var name = json.GetProperty("name").GetString()!;
        CelType[] inner = [.. ConformanceValues.Items(json, "parameterTypes").Select(Read)];
        return name == "optional_type" && inner.Length == 1 ? CelType.Optional(inner[0]) : CelType.Opaque(name, inner);
    }
}
