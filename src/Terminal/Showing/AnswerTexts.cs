using System.Text.Json;
using Heluo.Cases;
using Heluo.Terminal.Speaking;
using NodaTime.Text;

namespace Heluo.Terminal.Showing;

/// <summary>Shows an answer as its asker reads it: options by name, dates written out, numbers with their
/// unit.</summary>
internal static class AnswerTexts
{
    /// <summary>The answer in words; empty when there is none.</summary>
    public static string Text(Field field, JsonElement value, Visit visit) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.True => visit.Words["field.yes"],
        JsonValueKind.False => visit.Words["field.no"],
        JsonValueKind.Array => string.Join(
            visit.Words["list.comma"], value.EnumerateArray().Select(one => One(field, one.ToString(), visit))),
        _ => One(field, value.ToString(), visit),
    };

    /// <summary>The answer as its field holds it; a list gives its entries.</summary>
    public static IEnumerable<string> Raw(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.Array => value.EnumerateArray().Select(one => one.ToString()),
        _ => [value.ToString()],
    };

    private static string One(Field field, string value, Visit visit) => field.Type switch
    {
        FieldType.Choice or FieldType.Many =>
            field.Options.FirstOrDefault(option => option.Value == value) is { } option ? visit.Say(option.Label)
                : value,
        FieldType.Date when LocalDatePattern.Iso.Parse(value) is { Success: true } date => visit.Words.Day(date.Value),
        FieldType.Number when field.Unit is { } unit => visit.Words.Say("value.unit", ("n", value), ("unit",
            visit.Say(unit))),
        _ => value,
    };
}
