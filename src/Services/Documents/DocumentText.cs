using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heluo.Cel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>Writes the paragraphs of a document. What has no value is shown as a dash; no text grows without
/// bound.</summary>
internal static class DocumentText
{
    /// <summary>Most characters of one paragraph or entry.</summary>
    public const int LongestParagraph = 8_000;

    /// <summary>Most entries of one list.</summary>
    public const int MostEntries = 200;

    private const string Missing = "—";

    public static ImmutableArray<DocumentParagraph> Write(TemplateText text, CelValue[] slots)
    {
        var paragraphs = ImmutableArray.CreateBuilder<DocumentParagraph>();
        foreach (var block in text.Blocks)
        {
            if (block.Over is { } over)
            {
                var entries = Value(over, DocumentScope.Running, slots) is { Kind: CelKind.List } list
                    ? list.AsList.Take(MostEntries).ToArray()
                    : [];
                paragraphs.Add(new("", [.. entries.Select((entry, index) =>
                    Join(block, DocumentScope.RunningEach, [.. slots, entry, (long)index + 1]))]));
            }
            else if (Join(block, DocumentScope.Running, slots) is { Length: > 0 } words)
            {
                paragraphs.Add(new(words, []));
            }
        }

        return paragraphs.ToImmutable();
    }

    /// <summary>Whether a text names a value, by the path of its field.</summary>
    public static bool Names(TemplateText text, string path) => text.Blocks
        .SelectMany(block => block.Parts.Select(part => part.Rule).Append(block.Over))
        .OfType<CelText>()
        .Any(rule => rule.Source.Contains(path, StringComparison.Ordinal));

    private static string Join(TemplateBlock block, CelEnvironment names, CelValue[] slots)
    {
        var written = new StringBuilder();
        foreach (var part in block.Parts)
        {
            written.Append(part.Rule is { } rule ? Words(Value(rule, names, slots)) : part.Words);
            if (written.Length > LongestParagraph)
            {
                written.Length = LongestParagraph;
                break;
            }
        }

        return written.ToString().Trim();
    }

    private static CelValue Value(CelText rule, CelEnvironment names, CelValue[] slots) =>
        rule.Compile(names).TryGet(out var program, out var refusal)
            ? program.Run(slots).Value
            : CelValue.Fail(refusal.Code, refusal.Sentence);

    private static string Words(CelValue value) => value.Kind switch
    {
        CelKind.String => value.AsString,
        CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        CelKind.Uint => value.AsUint.ToString(CultureInfo.InvariantCulture),
        CelKind.Double => value.AsDouble.ToString(CultureInfo.InvariantCulture),
        CelKind.List => string.Join(", ", value.AsList.Take(MostEntries).Select(Words)),
        _ => Missing,
    };
}
