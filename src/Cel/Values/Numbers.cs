
namespace Heluo.Cel;

/// <summary>Numbers of the three kinds against each other.</summary>
internal static class Numbers
{
    private const double IntEdge = 9223372036854775808.0;
    private const double UintEdge = 18446744073709551616.0;

    public static bool IsNumber(CelKind kind) => kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    /// <summary>The order of two numbers; null when one of them is NaN.</summary>
    public static int? Compare(in CelValue left, in CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => left.AsInt.CompareTo(right.AsInt),
        (CelKind.Uint, CelKind.Uint) => left.AsUint.CompareTo(right.AsUint),
        (CelKind.Int, CelKind.Uint) => Compare(left.AsInt, right.AsUint),
        (CelKind.Uint, CelKind.Int) => -Compare(right.AsInt, left.AsUint),
        (CelKind.Int, CelKind.Double) => -Compare(right.AsDouble, left.AsInt),
        (CelKind.Double, CelKind.Int) => Compare(left.AsDouble, right.AsInt),
        (CelKind.Uint, CelKind.Double) => -Compare(right.AsDouble, left.AsUint),
        (CelKind.Double, CelKind.Uint) => Compare(left.AsDouble, right.AsUint),
        _ => Compare(left.AsDouble, right.AsDouble),
    };

    /// <summary>The int or uint that this double is, exactly.</summary>
    public static bool TryWhole(double value, out CelValue whole)
    {
        whole = default;
        if (value is >= -IntEdge and < IntEdge && value == Math.Floor(value)) whole = CelValue.Of((long)value);
        else if (value is >= 0 and < UintEdge && value == Math.Floor(value)) whole = CelValue.Of((ulong)value);
        return whole.Kind != CelKind.None;
    }

    private static int Compare(long left, ulong right) => left < 0 ? -1 : ((ulong)left).CompareTo(right);

    // The standard compares after rounding the integer to a double, inside the integer's range.
    private static int? Compare(double left, long right) => left switch
    {
        double.NaN => null,
        < -IntEdge => -1,
        > IntEdge => 1,
        _ => left.CompareTo((double)right),
    };

    private static int? Compare(double left, ulong right) => left switch
    {
        double.NaN => null,
        < 0 => -1,
        > UintEdge => 1,
        _ => left.CompareTo((double)right),
    };

    private static int? Compare(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? null : left.CompareTo(right);
}
