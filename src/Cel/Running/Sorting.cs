using Heluo.Cel.Values;

namespace Heluo.Cel.Running;

/// <summary>The order in which lists are sorted: that of the operators, with NaN first.</summary>
internal static class Sorting
{
    public static Comparer<CelValue> Order { get; } = Comparer<CelValue>.Create(Compare);

    public static bool IsSortable(in CelValue value) => value.Kind is CelKind.Bool or CelKind.Int or CelKind.Uint
        or CelKind.Double or CelKind.String or CelKind.Bytes or CelKind.Timestamp or CelKind.Duration;

    private static int Compare(CelValue left, CelValue right)
    {
        if (left.Kind == CelKind.Double && right.Kind == CelKind.Double) return left.AsDouble.CompareTo(right.AsDouble);
        return Ordering.TryCompare(left, right, out var order) ? order ?? 0 : 0;
    }
}
