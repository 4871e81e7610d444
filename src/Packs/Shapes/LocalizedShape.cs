using System.Text.Json.Nodes;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>A text in every language of the pack.</summary>
internal sealed class LocalizedShape(Shape<string> text) : Shape<Localized>
{
    public override Localized Fallback => Localized.Empty;

    internal override Localized ReadNode(PackNode node, ShapeReading reading)
    {
        if (node is not PackMap map)
        {
            return Wrong(node, reading, $"a map of languages ({string.Join(", ", reading.Languages)})");
        }

        var texts = new List<KeyValuePair<string, string>>(reading.Languages.Length);
        foreach (var language in reading.Languages)
        {
            if (map.Find(language) is { } entry)
            {
                texts.Add(new(language, text.Read(entry.Value, reading)));
            }
            else
            {
                reading.Fault(node.At, "pack.language_missing", $"The text in \"{language}\" is missing.");
            }
        }

        foreach (var entry in map.Entries)
        {
            if (!reading.Languages.Contains(entry.Key))
            {
                reading.Fault(
                    entry.At,
                    "pack.language_unknown",
                    $"\"{Short.Of(entry.Key)}\" is not a language of this pack ({string.Join(", ", reading.Languages)}).");
            }
        }

        return new Localized(texts);
    }

    internal override JsonObject Describe(SchemaBook book) => new()
    {
        ["type"] = "object",
        ["description"] = "One text in every language of the pack.",
        ["minProperties"] = 1,
        ["propertyNames"] = new JsonObject { ["pattern"] = Languages.Pattern },
        ["additionalProperties"] = text.Describe(book),
    };
}
