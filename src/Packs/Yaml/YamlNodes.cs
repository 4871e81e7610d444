using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Heluo.Packs;

/// <summary>
/// Walks the parser's events into nodes. It never holds an alias, so a small file cannot stand for a large one; depth
/// and count are bounded while reading, before anything is built. What is only forbidden is reported and reading goes
/// on; what cannot be read ends the file.
/// </summary>
internal sealed class YamlNodes(string file, string text, NodeBudget budget, ICollection<PackFault> faults)
{
    private readonly Parser parser = new(new Scanner(new StringReader(text)));

    /// <summary>The one document of the file.</summary>
    public PackNode Root()
    {
        Next();
        if (Next() is not DocumentStart start)
        {
            throw new YamlFault(1, "pack.yaml_empty", "The file holds nothing.");
        }

        if (start.Version is not null || start.Tags?.Any(tag => tag.Handle is not ("!" or "!!")) is true)
        {
            Fault(start, "pack.yaml_directive", "A pack file has no YAML directives.");
        }

        var root = Node(Next(), 1);
        Next();
        if (Next() is DocumentStart second)
        {
            throw new YamlFault(Line(second), "pack.yaml_documents", "A file holds one YAML document.");
        }

        return root is PackScalar { IsNothing: true }
            ? throw new YamlFault(1, "pack.yaml_empty", "The file holds nothing.")
            : root;
    }

    private PackNode Node(ParsingEvent happened, int depth)
    {
        if (!budget.Take())
        {
            throw new YamlFault(Line(happened), "pack.yaml_nodes", $"A pack holds at most {PackLimits.Nodes} values.");
        }

        if (depth > PackLimits.Depth && happened is not Scalar)
        {
            throw new YamlFault(
                Line(happened), "pack.yaml_depth", $"Maps and lists stand at most {PackLimits.Depth} deep.");
        }

        if (happened is AnchorAlias alias)
        {
            Fault(alias, "pack.yaml_alias", $"Write the value again: aliases (*{alias.Value.Value}) are not read.");
            return new PackHole(At(alias));
        }

        if (happened is not NodeEvent begins)
        {
            // The parser's events do not pair up: the text is malformed in a way it does not name itself.
            throw new YamlFault(Line(happened), "pack.yaml_syntax", "This is not YAML: a value is missing here.");
        }

        var forbidden = Forbidden(begins);
        PackNode node = happened switch
        {
            Scalar scalar => Single(scalar),
            SequenceStart list => List(list, depth),
            _ => Map(happened, depth),
        };
        return forbidden ? new PackHole(node.At) : node;
    }

    private bool Forbidden(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Fault(node, "pack.yaml_anchor", $"Anchors (&{node.Anchor.Value}) are not read.");
        }

        if (!node.Tag.IsEmpty)
        {
            Fault(node, "pack.yaml_tag", "Tags (!…) are not read; the key says what type its value has.");
        }

        return !node.Anchor.IsEmpty || !node.Tag.IsEmpty;
    }

    private PackNode Single(Scalar scalar)
    {
        foreach (var letter in scalar.Value)
        {
            if (YamlText.IsHidden(letter))
            {
                Fault(scalar, "pack.yaml_character", YamlText.Hidden(letter));
                return new PackHole(At(scalar));
            }
        }

        return new PackScalar(
            At(scalar),
            scalar.Value,
            scalar.Style == ScalarStyle.Plain,
            scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded);
    }

    private PackList List(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<PackNode>();
        for (var next = Next(); next is not SequenceEnd; next = Next())
        {
            items.Add(Node(next, depth + 1));
        }

        return new PackList(At(start), items.DrainToImmutable());
    }

    private PackMap Map(ParsingEvent start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<PackEntry>();
        HashSet<string> keys = new(StringComparer.Ordinal);
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            var key = Node(next, depth + 1);
            var value = Node(Next(), depth + 1);
            if (IsKey(key, keys) is { } name)
            {
                entries.Add(new PackEntry(name, key.At, value is PackMap inner ? inner.Under(name) : value));
            }
        }

        return new PackMap(At(start), entries.DrainToImmutable());
    }

    private string? IsKey(PackNode node, HashSet<string> keys)
    {
        if (node is not PackScalar { Text.Length: > 0 and <= PackLimits.KeyCharacters } key)
        {
            faults.Add(new PackFault(
                node.At, "pack.yaml_key", $"A key is a text of 1 to {PackLimits.KeyCharacters} characters."));
            return null;
        }

        if (!keys.Add(key.Text))
        {
            faults.Add(new PackFault(
                key.At, "pack.yaml_duplicate_key", $"The key \"{key.Text}\" stands twice in one map."));
            return null;
        }

        return key.Text;
    }

    private ParsingEvent Next()
    {
        var before = parser.Current;
        try
        {
            return parser.MoveNext()
                ? parser.Current!
                : throw new YamlFault(0, "pack.yaml_empty", "The file holds nothing.");
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException)
        {
            // The parser answers some malformed text with exceptions of its own making instead of a syntax fault.
            var line = before is null ? 1 : (int)before.End.Line;
            throw new YamlFault(line, "pack.yaml_syntax", "This is not YAML: the text after this line cannot be read.");
        }
    }

    private void Fault(ParsingEvent happened, string code, string message) =>
        faults.Add(new PackFault(At(happened), code, message));

    private PackAt At(ParsingEvent happened) => new(file, Line(happened));

    private static int Line(ParsingEvent happened) => (int)happened.Start.Line;
}
