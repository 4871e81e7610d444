using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>Writes a text as an object of languages and reads it back in the same order.</summary>
internal sealed class LocalizedJson : JsonConverter<Localized>
{
    private const int MaxLanguages = 32;

    public override Localized Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A text is an object of languages.");
        }

        var texts = new List<KeyValuePair<string, string>>(2);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
            if (texts.Count == MaxLanguages || texts.Exists(known => known.Key == language))
            {
                throw new JsonException("A text has too many languages, or one twice.");
            }

            texts.Add(new(language, text));
        }

        return new Localized(texts);
    }

    public override void Write(Utf8JsonWriter writer, Localized value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var text in value.Texts)
        {
            writer.WriteString(text.Key, text.Value);
        }

        writer.WriteEndObject();
    }
}
