using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Kernel;
using Heluo.Registry.Http;

namespace Heluo.Services;

/// <summary>How the files of an archive are written, for people too, and how strictly they are read.</summary>
internal static class ArchiveJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Null when the bytes are not of this form.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or ArgumentException
            or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Format and version of a manifest of any version; null when it has neither.</summary>
    public static (string Format, int Version)? Head(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var read = JsonDocument.Parse(bytes);
            return read.RootElement.ValueKind == JsonValueKind.Object
                && read.RootElement.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.String
                && read.RootElement.TryGetProperty("version", out var version)
                && version.TryGetInt32(out var number)
                ? (format.GetString()!, number)
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.Strict,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            PropertyNameCaseInsensitive = false,
            MaxDepth = 64,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        WireJson.AddTo(options);
        return options;
    }
}

/// <summary>A JSON text that goes through an archive to the letter, because a hash was made over it.</summary>
/// <param name="Text">The text.</param>
[JsonConverter(typeof(Converter))]
internal sealed record RawJson(string Text)
{
    private sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return new RawJson(value.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text);
    }
}
