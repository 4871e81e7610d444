using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Storage;

/// <summary>Writes a value of NodaTime as the text of one pattern, ISO 8601 throughout.</summary>
internal abstract class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(pattern.Format(value));

    private T Parse(string? text) => text is not null && pattern.Parse(text) is { Success: true } parsed
        ? parsed.Value
        : throw new JsonException($"Not the text of a {typeof(T).Name}.");
}

/// <summary><c>2021-01-04T08:00:00.123Z</c>.</summary>
internal sealed class InstantConverter() : PatternConverter<Instant>(InstantPattern.ExtendedIso);

/// <summary><c>2021-01-04</c>.</summary>
internal sealed class LocalDateConverter() : PatternConverter<LocalDate>(LocalDatePattern.Iso);

/// <summary><c>08:30:00</c>.</summary>
internal sealed class LocalTimeConverter() : PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso);

/// <summary><c>2021-01-04T08:30:00</c>.</summary>
internal sealed class LocalDateTimeConverter() : PatternConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso);

/// <summary><c>0:02:30:00</c>: days, hours, minutes, seconds.</summary>
internal sealed class DurationConverter() : PatternConverter<Duration>(DurationPattern.Roundtrip);
