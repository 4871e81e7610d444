namespace Heluo.Cel.Values;

/// <summary>Equality of values. Steps run down by one for each part compared; below zero the answer is void.</summary>
internal static class Equality
{
    public static bool Same(in CelValue left, in CelValue right, ref int steps)
    {
        if (left.Kind != right.Kind)
        {
            return Numbers.IsNumber(left.Kind) && Numbers.IsNumber(right.Kind) && Numbers.Compare(left, right) == 0;
        }

        return left.Kind switch
        {
            CelKind.Null or CelKind.None => true,
            CelKind.Bool => left.AsBool == right.AsBool,
            CelKind.Int => left.AsInt == right.AsInt,
            CelKind.Uint => left.AsUint == right.AsUint,
            CelKind.Double => left.AsDouble == right.AsDouble,
            CelKind.String => left.AsString == right.AsString,
            CelKind.Bytes => left.AsBytes.SequenceEqual(right.AsBytes),
            CelKind.Timestamp => left.AsTimestamp == right.AsTimestamp,
            CelKind.Duration => left.AsDuration == right.AsDuration,
            CelKind.Type => left.AsTypeName == right.AsTypeName,
            CelKind.Opaque => left.AsOpaque.Equals(right.AsOpaque),
            CelKind.Record => left.AsRecord.Equals(right.AsRecord),
            CelKind.Error => left.AsError == right.AsError,
            CelKind.List => Same(left.AsList, right.AsList, ref steps),
            CelKind.Map => Same(left.AsMap, right.AsMap, ref steps),
            _ => Same(left.AsOptional, right.AsOptional, ref steps),
        };
    }

    private static bool Same(CelList left, CelList right, ref int steps)
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (--steps < 0 || !Same(left[i], right[i], ref steps)) return false;
        }

        return true;
    }

    private static bool Same(CelMap left, CelMap right, ref int steps)
    {
        if (left.Count != right.Count) return false;
        foreach (var (key, value) in left)
        {
            if (--steps < 0 || !right.TryGet(key, out var other) || !Same(value, other, ref steps)) return false;
        }

        return true;
    }

    private static bool Same(CelOptional left, CelOptional right, ref int steps)
    {
        if (!left.HasValue || !right.HasValue) return left.HasValue == right.HasValue;
        return --steps >= 0 && Same(left.Value, right.Value, ref steps);
    }
}
