using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Heluo.Cel.Values;

/// <summary>From values to JSON.</summary>
internal static class JsonWriting
{
    public static JsonWriterOptions Options { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    public static void Write(in CelValue value, Utf8JsonWriter writer, ref int parts)
    {
        if (--parts < 0)
        {
            writer.WriteNullValue();
            return;
        }

        switch (value.Kind)
        {
            case CelKind.Bool: writer.WriteBooleanValue(value.AsBool); break;
            case CelKind.Int: writer.WriteNumberValue(value.AsInt); break;
            case CelKind.Uint: writer.WriteNumberValue(value.AsUint); break;
            case CelKind.Double when double.IsFinite(value.AsDouble): writer.WriteNumberValue(value.AsDouble); break;
            case CelKind.Double: writer.WriteStringValue(DoubleText(value.AsDouble)); break;
            case CelKind.String: writer.WriteStringValue(value.AsString); break;
            case CelKind.Bytes: writer.WriteBase64StringValue(value.AsBytes); break;
            case CelKind.Timestamp: writer.WriteStringValue(value.AsTimestamp.ToString()); break;
            case CelKind.Duration: writer.WriteStringValue(value.AsDuration.ToString()); break;
            case CelKind.Type: writer.WriteStringValue(value.AsTypeName); break;
            case CelKind.Opaque: writer.WriteStringValue(value.AsOpaque.ToString()); break;
            case CelKind.List: WriteList(value.AsList, writer, ref parts); break;
            case CelKind.Map: WriteMap(value.AsMap, writer, ref parts); break;
            case CelKind.Record: WriteRecord(value.AsRecord, writer, ref parts); break;
            case CelKind.Optional when value.AsOptional.HasValue:
                Write(value.AsOptional.Value, writer, ref parts);
                break;
            case CelKind.Error: WriteError(value.AsError, writer); break;
            default: writer.WriteNullValue(); break;
        }
    }

    public static string DoubleText(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static void WriteList(CelList list, Utf8JsonWriter writer, ref int parts)
    {
        writer.WriteStartArray();
        foreach (var item in list) Write(item, writer, ref parts);
        writer.WriteEndArray();
    }

    private static void WriteMap(CelMap map, Utf8JsonWriter writer, ref int parts)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in map)
        {
            writer.WritePropertyName(key.Kind == CelKind.String ? key.AsString : key.ToJson());
            Write(item, writer, ref parts);
        }

        writer.WriteEndObject();
    }

    private static void WriteRecord(CelRecord record, Utf8JsonWriter writer, ref int parts)
    {
        writer.WriteStartObject();
        foreach (var field in record.Type.Fields)
        {
            if (!record.TryGet(field, out var item)) continue;
            writer.WritePropertyName(field.Name);
            Write(item, writer, ref parts);
        }

        writer.WriteEndObject();
    }

    private static void WriteError(CelError error, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    }
}
