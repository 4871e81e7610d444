namespace Heluo.House.Tests;

/// <summary>The listed excuses of eng/excuses.txt: path and reason.</summary>
internal static class Excuses
{
    public static IReadOnlyDictionary<string, string> Read() => Parse(House.File("eng/excuses.txt").Lines);

    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cut = line.IndexOf(": ", StringComparison.Ordinal);
            if (cut <= 0 || line[(cut + 2)..].Trim().Length < 10)
            {
                throw new FormatException($"An excuse is 'path: reason', and the reason says something: {line}");
            }

            found.Add(line[..cut], line[(cut + 2)..].Trim());
        }

        return found;
    }
}
