namespace Heluo.House.Tests;

/// <summary>The measures of the house, as pure rules over paths and lines: a wrong case can be tried on them.</summary>
internal static class Tidy
{
    public const int LongFile = 400;
    public const int LongestFile = 500;
    public const int LongLine = 120;
    public const int MedianLines = 60;
    private static readonly string[] LeftOvers =
        ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "NotImplemented" + "Exception"];

    public static IEnumerable<string> Size(string path, string[] lines, bool excused)
    {
        if (lines.Length > LongestFile)
        {
            yield return $"{path}: {lines.Length} lines; none may pass {LongestFile}";
        }
        else if (lines.Length > LongFile && !excused)
        {
            yield return $"{path}: {lines.Length} lines; over {LongFile} needs a listed excuse";
        }

        for (var i = 0; i < lines.Length && !excused; i++)
        {
            if (Width(lines[i]) > LongLine)
            {
                yield return $"{path}:{i + 1}: {Width(lines[i])} wide; over {LongLine} needs a listed excuse";
            }
        }
    }

    public static bool NeedsExcuse(string[] lines) =>
        lines.Length > LongFile || lines.Any(line => Width(line) > LongLine);

    public static IEnumerable<string> LeftOver(string path, string[] lines) =>
        from line in lines.Index()
        from word in LeftOvers
        where line.Item.Contains(word, StringComparison.Ordinal)
        select $"{path}:{line.Index + 1}: {word} without a record";

    public static int Median(IEnumerable<int> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    private static int Width(string line) => line.TrimEnd('\r').Length;
}
