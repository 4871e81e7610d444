using System.Buffers;
using System.Text;
using System.Text.Json;
using Heluo.Cel.Values;

namespace Heluo.Cel;

public readonly partial struct CelValue
{
    /// <summary>Writes the value as JSON: numbers as numbers (NaN and infinities as text), bytes as base64, time as
    /// RFC 3339 and <c>1.5s</c>, other keys than text by their text, an optional as its content or null, a type by its
    /// name, an error as <c>{"code", "message"}</c>. Beyond 1,000,000 parts what is left becomes null.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        var parts = 1_000_000;
        JsonWriting.Write(this, writer, ref parts);
    }

    /// <summary>The value as JSON text, as <see cref="WriteTo"/> writes it.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options)) WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The value as JSON text.</summary>
    public override string ToString() => ToJson();
}
