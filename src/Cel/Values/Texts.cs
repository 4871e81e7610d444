namespace Heluo.Cel.Values;

/// <summary>Text as the language has it: a sequence of code points.</summary>
internal static class Texts
{
    /// <summary>How many code points.</summary>
    public static int Length(string text)
    {
        if (!HasSurrogates(text)) return text.Length;
        var count = 0;
        for (var i = 0; i < text.Length; i += Width(text, i)) count++;
        return count;
    }

    /// <summary>Whether a UTF-16 index differs from the index of the code point anywhere.</summary>
    public static bool HasSurrogates(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;

    /// <summary>The UTF-16 index of a code point; -1 when the text has fewer.</summary>
    public static int Offset(string text, long index)
    {
        if (index < 0) return -1;
        if (!HasSurrogates(text)) return index <= text.Length ? (int)index : -1;
        var at = 0;
        for (; index > 0 && at < text.Length; index--) at += Width(text, at);
        return index == 0 ? at : -1;
    }

    /// <summary>The index of the code point that starts at this UTF-16 index.</summary>
    public static int Index(string text, int offset) => offset <= 0 ? offset : Length(text[..offset]);

    /// <summary>Order by code points, which UTF-16 order is not above U+D7FF.</summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length) return left.Length.CompareTo(right.Length);
        return Rank(left[common]).CompareTo(Rank(right[common]));
    }

    public static int Width(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
