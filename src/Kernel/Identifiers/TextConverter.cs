using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>Writes an identifier as its text, and refuses wrong text with the identifier's code.</summary>
/// <typeparam name="T">The identifier.</typeparam>
public sealed class TextConverter<T> : JsonConverter<T>
    where T : struct, IReadText<T>
{
    private const int MaxLength = 200;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? From(ref reader) : throw new JsonException("A text was expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => From(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString() ?? "");

    private static T From(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > MaxLength)
        {
            throw new JsonException("The text is too long.");
        }

        return T.Read(reader.GetString()).TryGet(out var value, out var refusal)
            ? value
            : throw new JsonException(refusal.ToString());
    }
}
