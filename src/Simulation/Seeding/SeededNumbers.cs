using System.Globalization;

namespace Heluo.Simulation;

/// <summary>Numbers that are right in form and nobody's: citizen numbers that carry the city's own code, which no card
/// does.</summary>
internal static class SeededNumbers
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The n-th number (0 to 9,990,000), GB 11643 check digit and all.</summary>
    public static string Citizen(string division, int n)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(n / 999);
        var text = division.PadRight(6, '0')[..6]
            + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            + (1 + (n % 999)).ToString("D3", CultureInfo.InvariantCulture);
        var sum = text.Select((digit, place) => (digit - '0') * Weights[place]).Sum() % 11;
        return text + "10X98765432"[sum];
    }
}
