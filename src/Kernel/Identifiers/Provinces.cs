namespace Heluo.Kernel;

/// <summary>The two digits with which division codes of provinces have begun since 1980 (GB/T 2260), with the residence
/// permits of Hong Kong, Macao and Taiwan residents (81, 82, 83).</summary>
internal static class Provinces
{
    private const string Known =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";

    public static bool Has(ReadOnlySpan<char> digits) =>
        digits.Length == 2 && Texts.AreDigits(digits) && Known.AsSpan().Contains(digits, StringComparison.Ordinal);
}
