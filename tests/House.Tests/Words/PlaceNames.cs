using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

/// <summary>The names of places: those every demo city declares, and a fixed few in letters.</summary>
internal static partial class PlaceNames
{
    private static readonly string[] Fixed =
    [
        "zhengzhou", "henan", "jinshui", "erqi", "zhongyuan", "guancheng", "shangjie", "huiji", "zhongmu", "gongyi",
        "xingyang", "xinmi", "xinzheng", "dengfeng", "zhengdong", "luoyang", "kaifeng", "xuchang", "jiaozuo", "xinxiang",
    ];

    /// <summary>Words of letters, lower case.</summary>
    public static IReadOnlySet<string> InLetters { get; } = Fixed.ToHashSet(StringComparer.Ordinal);

    /// <summary>Chinese names of the divisions of all packs.</summary>
    public static IReadOnlySet<string> InHanzi { get; } = House.Under("packs/", ".yaml", ".csv", ".txt")
        .Where(file => file.Path.Contains("division", StringComparison.OrdinalIgnoreCase))
        .SelectMany(file => Hanzi().Matches(file.Text).Select(match => match.Value))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The place names a line holds, whether as a word of prose or inside an identifier.</summary>
    public static IEnumerable<string> In(string line) => Words().Matches(line)
        .Select(match => match.Value.ToLowerInvariant())
        .Where(InLetters.Contains)
        .Concat(Hanzi().Matches(line).Select(match => match.Value).Where(InHanzi.Contains));

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,}", RegexOptions.None, 1000)]
    private static partial Regex Hanzi();
}
