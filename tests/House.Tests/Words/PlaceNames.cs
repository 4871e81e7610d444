using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

/// <summary>The names of places that the packs declare in their divisions, in hanzi and in letters.</summary>
internal static partial class PlaceNames
{
    private static readonly string[] Fixed = ["zhengzhou", "henan", "zhengdong", "luoyang", "kaifeng", "xuchang"];

    private static readonly string[] Declarations = House.Under("packs/", ".yaml", ".csv")
        .Where(file => file.Path.Contains("/divisions", StringComparison.Ordinal))
        .SelectMany(file => file.Lines)
        .ToArray();

    /// <summary>Chinese names.</summary>
    public static IReadOnlySet<string> InHanzi { get; } = Declarations
        .SelectMany(line => Hanzi().Matches(line).Select(match => match.Value))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The first word of each name that stands beside a Chinese one, lower case.</summary>
    public static IReadOnlySet<string> InLetters { get; } = Declarations
        .SelectMany(line => Beside().Matches(line).Select(match => match.Groups["word"].Value.ToLowerInvariant()))
        .Concat(Fixed)
        .Except(["heluo"]) // a town bears the name of the house
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

    [GeneratedRegex(
        @"zh: *\p{IsCJKUnifiedIdeographs}+, *en: *(?<word>[A-Za-z]{4,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beside();
}
