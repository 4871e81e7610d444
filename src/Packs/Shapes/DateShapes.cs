using System.Text.Json.Nodes;
using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Packs;

/// <summary>A calendar day, ISO 8601: <c>2021-01-04</c>.</summary>
internal sealed class DateShape : Shape<LocalDate>
{
    private static readonly LocalDate First = new(1900, 1, 1);
    private static readonly LocalDate Last = new(2199, 12, 31);

    public override LocalDate Fallback => First;

    internal override LocalDate ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackScalar scalar || !YamlTypes.IsText(scalar))
        {
            return Wrong(node, reading, "a date such as 2021-01-04");
        }

        return LocalDatePattern.Iso.Parse(scalar.Text).TryGetValue(First, out var day) && day >= First && day <= Last
            ? day
            : Refuse(
                node,
                reading,
                "pack.bad_date",
                $"\"{Short.Of(scalar.Text)}\" is not a day such as 2021-01-04, 1900 to 2199.");
    }

    internal override JsonObject Describe(SchemaBook book) =>
        new() { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };
}

/// <summary>A time of day to the minute: <c>08:30</c>; <c>24:00</c> is not one.</summary>
internal static class TimeShape
{
    public const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    public static Outcome<LocalTime> Parse(string text) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).TryGetValue(default, out var time)
            ? time
            : new Refusal(RefusalKind.Invalid, "pack.bad_time", $"\"{Short.Of(text)}\" is not a time such as 08:30.");
}
