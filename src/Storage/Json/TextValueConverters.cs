using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Storage;

/// <summary>
/// Writes every type of the house that parses itself (<see cref="IParsable{TSelf}"/>) as its own text, so that an id
/// or a number needs no converter; it may then be the key of a dictionary too.
/// </summary>
internal sealed class TextValueConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.Namespace?.StartsWith("Heluo", StringComparison.Ordinal) is true
        && !typeToConvert.IsEnum
        && typeToConvert.GetInterfaces().Any(face => face.IsGenericType
            && face.GetGenericTypeDefinition() == typeof(IParsable<>) && face.GenericTypeArguments[0] == typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TextValueConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class TextValueConverter<T> : JsonConverter<T>
        where T : IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? Parse(reader.GetString())
                : throw new JsonException($"Not the text of a {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Text(value));

        public override T ReadAsPropertyName(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Text(value));

        private static string Text(T value) => value is IFormattable formattable
            ? formattable.ToString(format: null, CultureInfo.InvariantCulture)
            : value.ToString()!;

        private static T Parse(string? text) => T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"Not the text of a {typeof(T).Name}.");
    }
}
