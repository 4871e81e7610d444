using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Heluo.Packs;

/// <summary>A text with a longest length, and perhaps a pattern.</summary>
internal sealed class TextShape(int max, bool lines, string? pattern, string? patternWords, string code) : Shape<string>
{
    private readonly Regex? regex = pattern is null
        ? null
        : new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

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
            return Refuse(node, reading, "pack.too_long", $"A text here has at most {max} characters, this one {text.Length}.");
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

        return regex is null || regex.IsMatch(text)
            ? text
            : Refuse(node, reading, code, $"\"{Short.Of(text)}\" is not {patternWords}.");
    }

    internal override JsonObject Describe(SchemaBook book)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = max };
        if (pattern is not null)
        {
            schema["pattern"] = pattern.Replace("\\z", "$", StringComparison.Ordinal);
        }

        return schema;
    }
}
