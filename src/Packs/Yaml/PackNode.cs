using System.Collections.Immutable;

namespace Heluo.Packs;

/// <summary>One YAML value that knows where it stands.</summary>
/// <param name="at">File and line.</param>
internal abstract class PackNode(PackAt at)
{
    public PackAt At { get; } = at;

    /// <summary>What it is, as a sentence about it would call it.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value, as written.</summary>
/// <param name="at">File and line.</param>
/// <param name="text">The text, unquoted and unfolded.</param>
/// <param name="plain">Whether it stood without quotes, so that <c>12</c> is a number and <c>true</c> a
/// boolean.</param>
/// <param name="block">Whether it stood as a block under a mark, so that its first line is the next one.</param>
internal sealed class PackScalar(PackAt at, string text, bool plain, bool block = false) : PackNode(at)
{
    /// <summary>Where the first line of the text stands: one below the mark for a block text.</summary>
    public PackAt TextAt => block ? At with { Line = At.Line + 1 } : At;

    public string Text { get; } = text;

    public bool Plain { get; } = plain;

    public bool IsNothing => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Kind =>
        IsNothing ? "nothing"
        : YamlTypes.IsBoolean(this) ? "a boolean"
        : YamlTypes.IsNumber(this) ? "a number"
        : "a text";
}

/// <summary>A list.</summary>
internal sealed class PackList(PackAt at, ImmutableArray<PackNode> items) : PackNode(at)
{
    public ImmutableArray<PackNode> Items { get; } = items;

    public override string Kind => "a list";
}

/// <summary>A map; its keys are texts and stand once.</summary>
internal sealed class PackMap(PackAt at, ImmutableArray<PackEntry> entries) : PackNode(at)
{
    public ImmutableArray<PackEntry> Entries { get; } = entries;

    /// <summary>The key under which this map stands in another; empty in a list and at the root.</summary>
    public string Key { get; private set; } = "";

    public PackMap Under(string key)
    {
        Key = key;
        return this;
    }

    public override string Kind => "a map";

    public PackEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry;
            }
        }

        return null;
    }
}

/// <summary>A key of a map with its value.</summary>
internal sealed record PackEntry(string Key, PackAt At, PackNode Value);

/// <summary>What could not be read and was already reported; whoever meets it takes a fallback and adds no second
/// fault.</summary>
internal sealed class PackHole(PackAt at) : PackNode(at)
{
    public override string Kind => "nothing";
}
