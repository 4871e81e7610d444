using System.Runtime.InteropServices;

namespace Heluo.Packs;

/// <summary>
/// Reads the YAML that packs are nearly always written in, fast: maps and lists by indentation, maps and lists in
/// brackets, texts of one line, literal and folded texts. Whatever is rarer, or wrong, it leaves whole to the full
/// parser (<see cref="YamlNodes"/>), which alone refuses and explains. So both give the same nodes wherever this one
/// gives any; a test holds them together.
/// </summary>
internal sealed partial class PlainYaml
{
    private const int Keys = 64;
    private readonly string file;
    private readonly string text;
    private int place;
    private int line = 1;
    private int lineStart;
    private int nodes;

    private PlainYaml(string file, string text) => (this.file, this.text) = (file, text);

    private bool IsEnd => place == text.Length;

    private int Column => place - lineStart;

    private PackAt At => new(file, line);

    private bool IsDash => place + 1 < text.Length && text[place] == '-' && text[place + 1] is ' ' or '\n';

    /// <summary>The root of the one document; null when the text is not wholly plain.</summary>
    /// <param name="file">Path for the faults.</param>
    /// <param name="text">What the file holds, decoded.</param>
    /// <param name="budget">How many values the pack may still hold; taken only when the text is read here.</param>
    public static PackNode? Read(string file, string text, NodeBudget budget)
    {
        if (text.AsSpan().ContainsAny("\t\r\u0085\u2028\u2029") || !text.EndsWith('\n'))
        {
            return null;
        }

        var reader = new PlainYaml(file, text);
        return reader.SkipToContent() && reader.Column == 0 && !reader.IsDash && reader.Map(1) is { } root
            && reader.IsEnd && budget.Take(reader.nodes)
                ? root : null;
    }

    /// <summary>A map whose first key stands here; ends before what stands less deep.</summary>
    private PackMap? Map(int depth)
    {
        nodes++;
        var (at, column, entries) = (At, Column, new List<PackEntry>());
        do
        {
            var keyAt = At;
            if (Key() is not { } key || IsTaken(key, entries) || Value(column, depth + 1) is not { } value)
            {
                return null;
            }

            nodes++;
            entries.Add(new PackEntry(key, keyAt, value is PackMap inner ? inner.Under(key) : value));
        }
        while (SkipToContent() && Column == column && !IsDash);

        return IsEnd || Column < column
            ? new PackMap(at, ImmutableCollectionsMarshal.AsImmutableArray(entries.ToArray()))
            : null;
    }

    /// <summary>A list whose first dash stands here. The list of a key may stand as deep as the key.</summary>
    private PackList? List(int depth, bool isUnderKey)
    {
        nodes++;
        var (at, column, items) = (At, Column, new List<PackNode>());
        do
        {
            if (Item(column, depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (SkipToContent() && Column == column && IsDash);

        return IsEnd || Column < column || (isUnderKey && Column == column)
            ? new PackList(at, ImmutableCollectionsMarshal.AsImmutableArray(items.ToArray()))
            : null;
    }

    /// <summary>What follows <c>key:</c> on its line or, deeper, on the next.</summary>
    private PackNode? Value(int column, int depth)
    {
        SkipBlanks();
        if (!IsLineOver)
        {
            return OnLine(column, depth);
        }

        if (depth > PackLimits.Depth || !SkipToContent())
        {
            return null;
        }

        return IsDash && Column >= column ? List(depth, Column == column)
            : !IsDash && Column > column && IsKeyAhead() ? Map(depth)
            : null;
    }

    /// <summary>What follows a dash: a map that begins on its line, or a single value.</summary>
    private PackNode? Item(int column, int depth)
    {
        place++;
        SkipBlanks();
        return IsLineOver || IsDash ? null
            : !IsKeyAhead() ? OnLine(column, depth)
            : depth > PackLimits.Depth ? null
            : Map(depth);
    }

    /// <summary>A value on the rest of the line; one in brackets or a text by lines may end on a later one.</summary>
    private PackNode? OnLine(int column, int depth)
    {
        PackNode? node = text[place] switch
        {
            '[' or '{' => FlowNode(column, depth),
            '"' or '\'' => Quoted(),
            '|' or '>' => Lines(column),
            _ => Plain(column),
        };
        if (node is not null && place > lineStart)
        {
            SkipBlanks();
        }

        return node is not null && (IsEnd || place == lineStart || IsLineOver) ? node : null;
    }

    private bool IsTaken(string key, List<PackEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                return true;
            }
        }

        return entries.Count == Keys || key.Length is 0 or > PackLimits.KeyCharacters;
    }
}
