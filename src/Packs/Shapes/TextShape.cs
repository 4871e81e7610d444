using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Heluo.Packs;

/// <summary>A text with a longest length, and perhaps a pattern.</summary>
/// <param name="max">The most characters.</param>
/// <param name="lines">Whether it may hold line breaks.</param>
/// <param name="pattern">What it fits, for the schema; null for anything.</param>
/// <param name="patternWords">What fits, for the sentence "… is not {words}".</param>
/// <param name="code">The code of a text that does not fit.</param>
/// <param name="fits">Says the same as the pattern, faster; null to ask the pattern itself.</param>
internal sealed class TextShape(
    int max,
    bool lines = false,
    string? pattern = null,
    string? patternWords = null,
    string code = "pack.bad_text",
    Func<string, bool>? fits = null) : Shape<string>
{
    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(10);

    // Made on first use, and interpreted: a pack holds few texts of each pattern, and starting fast matters more.
    private readonly Lazy<Regex> regex =
        new(() => new Regex(pattern ?? "", RegexOptions.CultureInvariant, MatchTime));

    public override string Fallback => "";

    internal override string ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackScalar scalar || !YamlTypes.IsText(scalar))
        {
            return Wrong(node, reading, "a text");
        }

        var text = scalar.Text;
        if (text.AsSpan().IsWhiteSpace())
        {
            return Refuse(node, reading, "pack.blank", "A text may not be blank.");
        }

        if (text.Length > max)
        {
            return Refuse(
                node, reading, "pack.too_long", $"A text here has at most {max} characters, this one {text.Length}.");
        }

        if (!lines && text.AsSpan().TrimEnd('\n').Contains('\n'))
        {
            return Refuse(node, reading, "pack.line_break", "A text here stands on one line.");
        }

        text = text.TrimEnd('\n');
        if (!lines && text.AsSpan().Trim().Length != text.Length)
        {
            return Refuse(node, reading, "pack.blank", "A text may not begin or end with a blank.");
        }

        return pattern is null || (fits?.Invoke(text) ?? regex.Value.IsMatch(text))
            ? text
            : Refuse(node, reading, code, $"\"{Short.Of(text)}\" is not {patternWords}.");
    }

    internal override JsonObject Describe(SchemaBook book)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = max };
        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }
}
