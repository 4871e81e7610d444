using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Heluo.Storage;

/// <summary>
/// How facts and documents are written: camel case, no nulls, enums by name, ISO instants and dates, strong ids as
/// their text. Reading is strict, so that a body that was altered or written by another version never passes
/// unnoticed: an unknown field, a missing field that is neither nullable nor has a default, and a wrong type are each
/// refused.
/// </summary>
internal static class JournalJson
{
    private const int Depth = 64;

    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>For files that people read.</summary>
    public static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonNodeOptions NodeOptions { get; } = new() { PropertyNameCaseInsensitive = false };

    public static JsonDocumentOptions DocumentOptions { get; } =
        new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            MaxDepth = Depth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatHasNoDefault } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new LocalDateConverter());
        options.Converters.Add(new LocalTimeConverter());
        options.Converters.Add(new LocalDateTimeConverter());
        options.Converters.Add(new DurationConverter());
        options.Converters.Add(new TextValueConverters());
        options.MakeReadOnly();
        return options;
    }

    private static void RequireWhatHasNoDefault(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false } parameter)
            {
                property.IsRequired = !parameter.IsNullable
                    && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
            }
        }
    }
}
