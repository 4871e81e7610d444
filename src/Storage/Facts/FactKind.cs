using System.Globalization;
using System.Text.RegularExpressions;

namespace Heluo.Storage;

/// <summary>One kind of fact: its name, its CLR type, its schema version and the way up from older ones.</summary>
internal sealed partial record FactKind(string Name, Type Type, int Schema, IReadOnlyList<Upcast> Upcasts)
{
    /// <summary>What stands in the kind column: the bare name for schema 1, <c>name@2</c> from the second on.</summary>
    public string Column { get; } = ColumnOf(Name, Schema);

    public static string ColumnOf(string name, int schema) =>
        schema == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}@{schema}");

    /// <summary>Takes a kind column apart; null when it has no proper form.</summary>
    public static (string Name, int Schema)? Parse(string column)
    {
        var at = column.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return (column, 1);
        }

        return int.TryParse(column.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var schema)
            && schema > 1
            ? (column[..at], schema)
            : null;
    }

    public static bool IsName(string text) => text.Length <= Limits.KindLength && Name_().IsMatch(text);

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Name_();
}
