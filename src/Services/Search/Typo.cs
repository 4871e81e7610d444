namespace Heluo.Services;

/// <summary>Whether a word is another with a slip of the finger: one letter wrong, missing, too many, or two changed
/// about.</summary>
internal static class Typo
{
    public static bool IsSlip(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < Math.Min(typed.Length, meant.Length) && typed[same] == meant[same])
        {
            same++;
        }

        var left = typed.AsSpan(same);
        var right = meant.AsSpan(same);
        return left.Length == right.Length
            ? left.Length == 0 || left[1..].SequenceEqual(right[1..])
                || (left.Length >= 2 && left[0] == right[1] && left[1] == right[0]
                    && left[2..].SequenceEqual(right[2..]))
            : left.Length > right.Length ? left[1..].SequenceEqual(right) : left.SequenceEqual(right[1..]);
    }
}
