using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Registry.Http;

/// <summary>How times stand in the bodies of requests and answers: ISO 8601, instants in UTC.</summary>
public static class WireJson
{
    /// <summary>Adds the converters of instants and days.</summary>
    public static void AddTo(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Converters.Add(new Iso<Instant>(InstantPattern.ExtendedIso));
        options.Converters.Add(new Iso<LocalDate>(LocalDatePattern.Iso));
        options.Converters.Add(new Iso<LocalTime>(LocalTimePattern.ExtendedIso));
        options.Converters.Add(new Iso<LocalDateTime>(LocalDateTimePattern.ExtendedIso));
    }

    private sealed class Iso<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && pattern.Parse(reader.GetString()!) is { Success: true } parsed
                ? parsed.Value
                : throw new JsonException($"Not the text of a {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
