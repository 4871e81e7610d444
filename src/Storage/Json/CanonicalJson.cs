using System.Buffers;
using System.Text.Json;

namespace Heluo.Storage;

/// <summary>
/// JSON with the members of every object in the order of their names. A table of names has no order of its own: two
/// processes write the same one differently, and what is compared between them must not depend on that.
/// </summary>
internal static class CanonicalJson
{
    public static ReadOnlySpan<byte> Of(byte[] json)
    {
        using var document = JsonDocument.Parse(json, JournalJson.DocumentOptions);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JournalJson.Options.Encoder }))
        {
            Write(document.RootElement, writer);
        }

        return buffer.WrittenSpan;
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(one => one.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
