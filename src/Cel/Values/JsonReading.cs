using System.Text.Json;

namespace Heluo.Cel.Values;

/// <summary>From JSON to values, as a declared type asks.</summary>
internal static class JsonReading
{
    public static CelValue Read(JsonElement json, CelType type, int depth)
    {
        if (depth == 0) return CelValue.Fail(CelCodes.TooLarge, "The JSON nests too deeply");
        if (json.ValueKind == JsonValueKind.Null) return CelValue.Null;
        return type.Kind switch
        {
            CelTypeKind.Record when json.ValueKind == JsonValueKind.Object =>
                CelValue.Of(new JsonRecord(json, type, depth)),
            CelTypeKind.Optional => CelValue.Some(Read(json, type.Parameters[0], depth - 1)),
            CelTypeKind.List when json.ValueKind == JsonValueKind.Array => ReadList(json, type.Parameters[0], depth),
            CelTypeKind.Map when json.ValueKind == JsonValueKind.Object => ReadMap(json, type.Parameters[1], depth),
            CelTypeKind.Dyn or CelTypeKind.Parameter => ReadFree(json, depth),
            _ => ReadAs(json, type),
        };
    }

    private static CelValue ReadFree(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.True => CelValue.True,
        JsonValueKind.False => CelValue.False,
        JsonValueKind.String => ReadText(json),
        JsonValueKind.Number => ReadNumber(json),
        JsonValueKind.Array => ReadList(json, CelType.Dyn, depth),
        JsonValueKind.Object => ReadMap(json, CelType.Dyn, depth),
        _ => CelValue.Null,
    };

    private static CelValue ReadAs(JsonElement json, CelType type)
    {
        var value = (type.Kind, json.ValueKind) switch
        {
            (CelTypeKind.Bool, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (CelTypeKind.Int, JsonValueKind.Number) when json.TryGetInt64(out var whole) => whole,
            (CelTypeKind.Int, JsonValueKind.Number) when json.TryGetDouble(out var number)
                && Numbers.TryWhole(number, out var whole) && whole.Kind == CelKind.Int => whole,
            (CelTypeKind.Uint, JsonValueKind.Number) when json.TryGetUInt64(out var whole) => CelValue.Of(whole),
            (CelTypeKind.Double, JsonValueKind.Number) when json.TryGetDouble(out var number) => number,
            (CelTypeKind.String, JsonValueKind.String) => ReadText(json),
            (CelTypeKind.Bytes, JsonValueKind.String) when json.TryGetBytesFromBase64(out var bytes) =>
                CelValue.OwnBytes(bytes),
            (CelTypeKind.Timestamp, JsonValueKind.String) when ReadText(json) is { IsError: false } text
                && CelTimestamp.TryParse(text.AsString, out var timestamp) => CelValue.Of(timestamp),
            (CelTypeKind.Duration, JsonValueKind.String) when ReadText(json) is { IsError: false } text
                && CelDuration.TryParse(text.AsString, out var duration) => CelValue.Of(duration),
            _ => default,
        };
        return value.Kind == CelKind.None
            ? CelValue.Fail(CelCodes.Conversion, $"The JSON {json.ValueKind} is not a value of {type}")
            : value;
    }

    private static CelValue ReadText(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return CelValue.Fail(CelCodes.Conversion, "The JSON text holds half of a surrogate pair");
        }
    }

    private static CelValue ReadNumber(JsonElement json)
    {
        if (json.TryGetInt64(out var whole)) return whole;
        if (json.TryGetUInt64(out var large)) return CelValue.Of(large);
        return json.GetDouble();
    }

    private static CelValue ReadList(JsonElement json, CelType element, int depth)
    {
        var items = new CelValue[json.GetArrayLength()];
        var at = 0;
        foreach (var item in json.EnumerateArray()) items[at++] = Read(item, element, depth - 1);
        return CelValue.Of(CelList.Own(items));
    }

    private static CelValue ReadMap(JsonElement json, CelType content, int depth)
    {
        var map = new OrderedDictionary<CelValue, CelValue>();
        foreach (var property in json.EnumerateObject())
        {
            map[CelValue.Of(property.Name)] = Read(property.Value, content, depth - 1);
        }

        return CelValue.Of(new CelMap(map));
    }
}
