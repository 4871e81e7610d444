using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>Writes flat rows as columns; a Chinese character takes two places.</summary>
internal static class PackTable
{
    public static void Write(TextWriter writer, ImmutableArray<JsonObject> rows)
    {
        var keys = rows.SelectMany(row => row.Select(cell => cell.Key)).Distinct(StringComparer.Ordinal).ToArray();
        var cells = rows
            .Select(row => keys.Select(key => row[key]?.ToString() ?? "").ToArray())
            .Prepend(keys)
            .ToArray();
        var widths = keys.Select((_, column) => cells.Max(row => Width(row[column]))).ToArray();
        foreach (var row in cells)
        {
            var line = row.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)));
            writer.WriteLine($"  {string.Join("  ", line).TrimEnd()}");
        }
    }

    private static int Width(string text) => text.Sum(letter => letter >= '\u1100' ? 2 : 1);
}
