using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heluo.Kernel;

/// <summary>Writes the calendar's answers as JSON: camel case, nothing for null, Chinese as it stands.</summary>
public static class CalendarJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A due date as JSON on one line.</summary>
    public static string ToJson(this DueAnswer answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>A year as JSON on one line.</summary>
    public static string ToJson(this YearAnswer answer) => JsonSerializer.Serialize(answer, Options);
}
