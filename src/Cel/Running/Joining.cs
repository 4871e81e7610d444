using Heluo.Cel.Reading;

namespace Heluo.Cel.Running;

/// <summary>Adding and subtracting what is not a number.</summary>
internal static class Joining
{
    /// <summary>The result or an error; of kind None when the operator does not take these kinds.</summary>
    public static CelValue Join(ref Run run, string function, in CelValue one, in CelValue two)
    {
        if (function == Operators.Add)
        {
            return (one.Kind, two.Kind) switch
            {
                (CelKind.String, CelKind.String) => Text(ref run, one.AsString, two.AsString),
                (CelKind.Bytes, CelKind.Bytes) => Bytes(ref run, one.AsBytes, two.AsBytes),
                (CelKind.List, CelKind.List) => List(ref run, one.AsList, two.AsList),
                (CelKind.Timestamp, CelKind.Duration) => Later(one.AsTimestamp, two.AsDuration),
                (CelKind.Duration, CelKind.Timestamp) => Later(two.AsTimestamp, one.AsDuration),
                (CelKind.Duration, CelKind.Duration) => Length(
                    Exact.Add(one.AsDuration.Nanoseconds, two.AsDuration.Nanoseconds, out var sum), sum),
                _ => default,
            };
        }

        if (function != Operators.Subtract) return default;
        return (one.Kind, two.Kind) switch
        {
            (CelKind.Timestamp, CelKind.Timestamp) => one.AsTimestamp.TrySubtract(two.AsTimestamp, out var length)
                ? CelValue.Of(length)
                : OutOfRange("duration"),
            (CelKind.Timestamp, CelKind.Duration) => Earlier(one.AsTimestamp, two.AsDuration),
            (CelKind.Duration, CelKind.Duration) => Length(
                Exact.Subtract(one.AsDuration.Nanoseconds, two.AsDuration.Nanoseconds, out var rest), rest),
            _ => default,
        };
    }

    private static CelValue Text(ref Run run, string one, string two)
    {
        var length = (long)one.Length + two.Length;
        if (length > run.Budget.TextLength) return run.TooLong();
        return run.Spend(length / 64) ? string.Concat(one, two) : run.OutOfSteps();
    }

    private static CelValue Bytes(ref Run run, ReadOnlySpan<byte> one, ReadOnlySpan<byte> two)
    {
        var length = (long)one.Length + two.Length;
        if (length > run.Budget.TextLength) return run.TooLong();
        if (!run.Spend(length / 64)) return run.OutOfSteps();
        var all = new byte[length];
        one.CopyTo(all);
        two.CopyTo(all.AsSpan(one.Length));
        return CelValue.OwnBytes(all);
    }

    private static CelValue List(ref Run run, CelList one, CelList two)
    {
        var count = (long)one.Count + two.Count;
        if (count > run.Budget.Items) return run.TooMany();
        if (!run.Spend(count / 8)) return run.OutOfSteps();
        var all = new CelValue[count];
        one.Span.CopyTo(all);
        two.Span.CopyTo(all.AsSpan(one.Count));
        return CelValue.Of(CelList.Own(all));
    }

    private static CelValue Earlier(CelTimestamp instant, CelDuration length)
    {
        if (length.Nanoseconds == long.MinValue) return OutOfRange("timestamp");
        return Later(instant, CelDuration.FromNanoseconds(-length.Nanoseconds));
    }

    private static CelValue Later(CelTimestamp instant, CelDuration length) =>
        instant.TryAdd(length, out var later) ? CelValue.Of(later) : OutOfRange("timestamp");

    private static CelValue Length(bool fits, long nanoseconds) =>
        fits ? CelValue.Of(CelDuration.FromNanoseconds(nanoseconds)) : OutOfRange("duration");

    private static CelValue OutOfRange(string what) => CelValue.Fail(CelCodes.Range, $"The {what} is out of range");
}
