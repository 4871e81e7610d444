namespace Heluo.Packs;

/// <summary>Texts of a pack as a sentence may show them.</summary>
internal static class Short
{
    /// <summary>The first forty characters, on one line.</summary>
    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 40 ? line : $"{line[..39]}…";
    }

    /// <summary>At most a dozen names, for "one of …".</summary>
    public static string Among(IEnumerable<string> names)
    {
        var some = names.Take(13).ToList();
        return some.Count <= 12 ? string.Join(", ", some) : $"{string.Join(", ", some.Take(12))}, …";
    }

    /// <summary>" Did you mean …?" with the nearest name, or nothing when none is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> names)
    {
        if (word.Length > PackLimits.KeyCharacters)
        {
            return "";
        }

        var best = names
            .Take(5000)
            .Where(name => Math.Abs(name.Length - word.Length) <= 2)
            .Select(name => (Name: name, Steps: Distance(word, name)))
            .Where(near => near.Steps <= Math.Min(2, word.Length / 2))
            .OrderBy(near => near.Steps)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is null ? "" : $" Did you mean \"{best.Name}\"?";
    }

    /// <summary>How many letters must change, be added or go (Levenshtein, two rows).</summary>
    private static int Distance(string left, string right)
    {
        var above = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[right.Length];
    }
}
