using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Heluo.Cel.Library;

/// <summary>A regular expression that takes time linear in the text.</summary>
internal sealed class Pattern(Regex regex, int size)
{
    public bool Matches(string text) => regex.IsMatch(text);

    /// <summary>Steps that one match costs.</summary>
    public long Work(string text) => ((long)text.Length * size / 64) + (size / 8);
}

/// <summary>Patterns by their text, RE2 syntax, without look-around and back-references.</summary>
internal static class Patterns
{
    private const int Kept = 256;
    private static readonly ConcurrentDictionary<string, Pattern> Known = new(StringComparer.Ordinal);

    /// <summary>The pattern, or null and why it is none.</summary>
    public static Pattern? Find(string text, out string message)
    {
        message = "";
        if (Known.TryGetValue(text, out var known)) return known;
        var reader = new PatternReader(text);
        if (!reader.TryRead(out var translated, out message)) return null;
        try
        {
            var regex = new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (Known.Count >= Kept) Known.Clear();
            return Known[text] = new Pattern(regex, reader.Size);
        }
        catch (Exception found) when (found is ArgumentException or NotSupportedException)
        {
            message = "The pattern is not a regular expression of the RE2 form";
            return null;
        }
    }
}
