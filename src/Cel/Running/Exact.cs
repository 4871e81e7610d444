namespace Heluo.Cel.Running;

/// <summary>Signed arithmetic that says whether the result fits.</summary>
internal static class Exact
{
    public static bool Add(long one, long two, out long result)
    {
        result = unchecked(one + two);
        return ((one ^ result) & (two ^ result)) >= 0;
    }

    public static bool Subtract(long one, long two, out long result)
    {
        result = unchecked(one - two);
        return ((one ^ two) & (one ^ result)) >= 0;
    }

    public static bool Multiply(long one, long two, out long result)
    {
        var high = Math.BigMul(one, two, out result);
        return high == result >> 63;
    }
}
