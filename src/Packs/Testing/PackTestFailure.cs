namespace Heluo.Packs;

/// <summary>What a case of a pack's tests expected, and what came out.</summary>
/// <param name="What">What was compared, by the key under <c>expect</c>, e.g. <c>materials</c>.</param>
/// <param name="Expected">What was expected, as a person reads it.</param>
/// <param name="Actual">What came out.</param>
public sealed record PackTestFailure(string What, string Expected, string Actual)
{
    /// <summary>Compares two lists of ids in any order; null when they hold the same, or nothing was
    /// expected.</summary>
    public static PackTestFailure? OfLists(string what, IEnumerable<string>? expected, IEnumerable<string> actual) =>
        OfTexts(what, expected is null ? null : Words(expected), Words(actual));

    /// <summary>Compares two texts; null when they are equal, or nothing was expected.</summary>
    public static PackTestFailure? OfTexts(string what, string? expected, string? actual) =>
        expected is null || expected == (actual ?? "none")
            ? null
            : new PackTestFailure(what, expected, actual ?? "none");

    private static string Words(IEnumerable<string> ids) =>
        string.Join(", ", ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } words
            ? words
            : "none";
}
