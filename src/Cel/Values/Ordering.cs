namespace Heluo.Cel.Values;

/// <summary>The order of values that have one.</summary>
internal static class Ordering
{
    /// <summary>Compares two values. False when they have no common order; the order is null beside NaN.</summary>
    public static bool TryCompare(in CelValue left, in CelValue right, out int? order)
    {
        order = null;
        if (left.Kind != right.Kind)
        {
            if (!Numbers.IsNumber(left.Kind) || !Numbers.IsNumber(right.Kind)) return false;
            order = Numbers.Compare(left, right);
            return true;
        }

        switch (left.Kind)
        {
            case CelKind.Int or CelKind.Uint or CelKind.Double: order = Numbers.Compare(left, right); return true;
            case CelKind.String: order = Texts.Compare(left.AsString, right.AsString); return true;
            case CelKind.Bool: order = left.AsBool.CompareTo(right.AsBool); return true;
            case CelKind.Bytes: order = left.AsBytes.SequenceCompareTo(right.AsBytes); return true;
            case CelKind.Timestamp: order = left.AsTimestamp.CompareTo(right.AsTimestamp); return true;
            case CelKind.Duration: order = left.AsDuration.CompareTo(right.AsDuration); return true;
            default: return false;
        }
    }
}
