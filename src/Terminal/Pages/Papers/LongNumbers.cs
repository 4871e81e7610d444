using System.Text.RegularExpressions;

namespace Heluo.Terminal.Pages.Papers;

/// <summary>Finds the long numbers in a text of a document: a case number of 43 signs may break
/// anywhere, or the justified line before it is torn apart.</summary>
internal static partial class LongNumbers
{
    /// <summary>The text in runs; an empty text has none.</summary>
    public static IEnumerable<(string Text, bool IsLong)> Split(string text) =>
        Number().Split(text).Where(run => run.Length > 0).Select(run => (run, Number().IsMatch(run)));

    [GeneratedRegex("(?<number>[0-9A-Z]{20,})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
