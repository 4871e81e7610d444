using System.Text;
using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

/// <summary>Finds the links of a Markdown page that lead nowhere inside the house.</summary>
internal static partial class Links
{
    public static IEnumerable<string> Dead(HouseFile page)
    {
        foreach (var (line, target) in Of(page.Lines))
        {
            var parts = target.Split('#', 2);
            var path = parts[0].Length == 0
                ? page.FullPath
                : Path.Combine(page.Folder, Uri.UnescapeDataString(parts[0]));
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                yield return $"{page.Path}:{line}: {target} leads nowhere";
            }
            else if (parts.Length == 2 && path.EndsWith(".md", StringComparison.Ordinal)
                && !Anchors(File.ReadAllLines(path)).Contains(parts[1]))
            {
                yield return $"{page.Path}:{line}: {target}: no such heading";
            }
        }
    }

    public static IEnumerable<(int Line, string Target)> Of(string[] lines)
    {
        foreach (var (number, line) in Prose(lines))
        {
            foreach (Match match in Link().Matches(Spans().Replace(line, "")))
            {
                var target = match.Groups["to"].Value;
                if (!target.Contains("://") && !target.StartsWith("mailto:", StringComparison.Ordinal))
                {
                    yield return (number, target);
                }
            }
        }
    }

    public static IReadOnlySet<string> Anchors(string[] lines) => Prose(lines)
        .Where(line => line.Text.StartsWith('#'))
        .Select(line => Anchor(line.Text.TrimStart('#').Trim()))
        .ToHashSet(StringComparer.Ordinal);

    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var letter in heading.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                anchor.Append(letter);
            }
            else if (letter == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    private static IEnumerable<(int Number, string Text)> Prose(string[] lines)
    {
        var fenced = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
            }
            else if (!fenced)
            {
                yield return (i + 1, lines[i]);
            }
        }
    }

    [GeneratedRegex(@"\[[^\]]*\]\((?<to>[^)\s]+)[^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, 1000)]
    private static partial Regex Spans();
}
