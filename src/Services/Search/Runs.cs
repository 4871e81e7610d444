namespace Heluo.Services;

/// <summary>Parts a text into runs of Chinese characters and words of letters and digits, folded for
/// comparison.</summary>
internal static class Runs
{
    /// <summary>A run of one sort.</summary>
    /// <param name="Text">Its characters, lower case, full-width signs made narrow.</param>
    /// <param name="IsHan">Whether it is of Chinese characters.</param>
    public readonly record struct Run(string Text, bool IsHan);

    public static IEnumerable<Run> Of(string text, int most)
    {
        var start = 0;
        var folded = string.Create(Math.Min(text.Length, most), text, static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = Fold(from[i]);
            }
        });
        for (var end = 0; end <= folded.Length; end++)
        {
            if (end < folded.Length && SortOf(folded[end]) == SortOf(folded[start]))
            {
                continue;
            }

            if (end > start && SortOf(folded[start]) is { } isHan)
            {
                yield return new Run(folded[start..end], isHan);
            }

            start = end;
        }
    }

    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    private static bool? SortOf(char c) => IsHan(c) ? true : char.IsLetterOrDigit(c) ? false : null;

    private static char Fold(char c)
    {
        var narrow = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        return narrow switch
        {
            '\u00E9' or '\u00E8' or '\u00EA' => 'e',
            '\u00E0' or '\u00E1' => 'a',
            '\u00FC' => 'u',
            _ => char.ToLowerInvariant(narrow),
        };
    }
}
