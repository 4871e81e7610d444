using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>A value for every language of the pack, neither more nor fewer.</summary>
internal sealed class PerLanguageShape<T>(Shape<T> value) : Shape<ImmutableDictionary<string, T>>
{
    public override ImmutableDictionary<string, T> Fallback => ImmutableDictionary<string, T>.Empty;

    internal override ImmutableDictionary<string, T> ReadNode(PackNode node, ShapeReading reading) =>
        node is PackMap map
            ? Each(map, reading).ToImmutableDictionary(StringComparer.Ordinal)
            : Wrong(node, reading, $"a map of languages ({string.Join(", ", reading.Languages)})");

    internal IEnumerable<KeyValuePair<string, T>> Each(PackMap map, ShapeReading reading)
    {
        foreach (var entry in map.Entries.Where(entry => !reading.Languages.Contains(entry.Key)))
        {
            reading.Fault(
                entry.At,
                "pack.language_unknown",
                $"\"{Short.Of(entry.Key)}\" is not a language of this pack ({string.Join(", ", reading.Languages)}).");
        }

        foreach (var language in reading.Languages)
        {
            if (map.Find(language) is { } entry)
            {
                yield return new(language, value.Read(entry.Value, reading));
            }
            else
            {
                reading.Fault(map.At, "pack.language_missing", $"The text in \"{language}\" is missing.");
            }
        }
    }

    internal override JsonObject Describe(SchemaBook book) => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["propertyNames"] = new JsonObject { ["pattern"] = Languages.Pattern },
        ["additionalProperties"] = value.Describe(book),
    };
}

/// <summary>A text in every language of the pack.</summary>
internal sealed class LocalizedShape(Shape<string> text) : Shape<Localized>
{
    private readonly PerLanguageShape<string> texts = new(text);

    public override Localized Fallback => Localized.Empty;

    internal override Localized ReadNode(PackNode node, ShapeReading reading) => node is PackMap map
        ? new Localized(texts.Each(map, reading))
        : Wrong(node, reading, $"a map of languages ({string.Join(", ", reading.Languages)})");

    internal override JsonObject Describe(SchemaBook book) => texts.Describe(book);
}
