using Heluo.Cel.Running;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>The maths extension of the standard.</summary>
internal static class MathExtensions
{
    private static readonly CelType[] Numbers = [CelType.Int, CelType.Uint, CelType.Double];

    public static IEnumerable<Overload> All() =>
    [
        .. Extreme("math.@max", 1),
        .. Extreme("math.@min", -1),
        .. Rounding("math.ceil", Math.Ceiling),
        .. Rounding("math.floor", Math.Floor),
        .. Rounding("math.trunc", Math.Truncate),
        .. Rounding("math.round", number => Math.Round(number, MidpointRounding.AwayFromZero)),
        .. Judging("math.isNaN", double.IsNaN),
        .. Judging("math.isInf", double.IsInfinity),
        .. Judging("math.isFinite", double.IsFinite),
        .. Numbers.Select(type => Function("math.sqrt", [type], CelType.Double, SquareRoot)),
        .. Numbers.Select(type => Function("math.abs", [type], type, Absolute)),
        .. Numbers.Select(type => Function("math.sign", [type], type, Sign)),
        .. Bits("math.bitAnd", (one, two) => one & two),
        .. Bits("math.bitOr", (one, two) => one | two),
        .. Bits("math.bitXor", (one, two) => one ^ two),
        Function("math.bitNot", [CelType.Int], CelType.Int, (ref _, arguments) => ~arguments[0].AsInt),
        Function("math.bitNot", [CelType.Uint], CelType.Uint, (ref _, arguments) => CelValue.Of(~arguments[0].AsUint)),
        .. Shift("math.bitShiftLeft", (bits, by) => bits << by),
        .. Shift("math.bitShiftRight", (bits, by) => bits >>> by),
    ];

    private static IEnumerable<Overload> Extreme(string name, int sign)
    {
        Body pick = (ref _, arguments) => Pick(arguments, sign);
        Body pickOf = (ref run, arguments) => PickOf(ref run, arguments[0].AsList, sign);
        foreach (var type in Numbers)
        {
            yield return Function(name, [type], type, pick);
            yield return Function(name, [CelType.List(type)], type, pickOf);
            foreach (var other in Numbers)
            {
                yield return Function(name, [type, other], type.Equals(other) ? type : CelType.Dyn, pick);
            }
        }
    }

    private static CelValue Pick(ReadOnlySpan<CelValue> values, int sign)
    {
        var best = values[0];
        foreach (ref readonly var value in values)
        {
            if (!Cel.Numbers.IsNumber(value.Kind))
            {
                return CelValue.Fail(CelCodes.NoOverload, "No such overload: a number is wanted");
            }

            if (Cel.Numbers.Compare(value, best) == sign) best = value;
        }

        return best;
    }

    private static CelValue PickOf(ref Run run, CelList list, int sign)
    {
        if (list.Count == 0) return Refuse("The list is empty");
        return run.Spend(list.Count) ? Pick(list.Span, sign) : run.OutOfSteps();
    }

    private static IEnumerable<Overload> Rounding(string name, Func<double, double> round) =>
        [Function(name, [CelType.Double], CelType.Double, (ref _, arguments) => round(arguments[0].AsDouble))];

    private static IEnumerable<Overload> Judging(string name, Func<double, bool> judge) =>
        [Function(name, [CelType.Double], CelType.Bool, (ref _, arguments) => judge(arguments[0].AsDouble))];

    private static CelValue SquareRoot(ref Run run, ReadOnlySpan<CelValue> arguments) =>
        Math.Sqrt(arguments[0].Kind switch
        {
            CelKind.Int => arguments[0].AsInt,
            CelKind.Uint => arguments[0].AsUint,
            _ => arguments[0].AsDouble,
        });

    private static CelValue Absolute(ref Run run, ReadOnlySpan<CelValue> arguments) => arguments[0].Kind switch
    {
        CelKind.Uint => arguments[0],
        CelKind.Double => Math.Abs(arguments[0].AsDouble),
        _ => arguments[0].AsInt == long.MinValue
            ? CelValue.Fail(CelCodes.Range, "Overflow: the result of math.abs() does not fit 64 bits")
            : Math.Abs(arguments[0].AsInt),
    };

    private static CelValue Sign(ref Run run, ReadOnlySpan<CelValue> arguments) => arguments[0].Kind switch
    {
        CelKind.Uint => CelValue.Of(arguments[0].AsUint == 0 ? 0UL : 1UL),
        CelKind.Double when double.IsNaN(arguments[0].AsDouble) => double.NaN,
        CelKind.Double => (double)Math.Sign(arguments[0].AsDouble),
        _ => (long)Math.Sign(arguments[0].AsInt),
    };

    private static Overload[] Bits(string name, Func<ulong, ulong, ulong> combine) =>
    [
        Function(name, [CelType.Int, CelType.Int], CelType.Int, (ref _, arguments) =>
            (long)combine((ulong)arguments[0].AsInt, (ulong)arguments[1].AsInt)),
        Function(name, [CelType.Uint, CelType.Uint], CelType.Uint, (ref _, arguments) =>
            CelValue.Of(combine(arguments[0].AsUint, arguments[1].AsUint))),
    ];

    /// <summary>Shifts the bits without regard to sign; by 64 and more nothing is left.</summary>
    private static Overload[] Shift(string name, Func<ulong, int, ulong> shift) =>
    [
        Function(name, [CelType.Int, CelType.Int], CelType.Int, (ref _, arguments) =>
            Shifted(arguments[1].AsInt, (ulong)arguments[0].AsInt, shift, bits => (long)bits)),
        Function(name, [CelType.Uint, CelType.Int], CelType.Uint, (ref _, arguments) =>
            Shifted(arguments[1].AsInt, arguments[0].AsUint, shift, CelValue.Of)),
    ];

    private static CelValue Shifted(long by, ulong bits, Func<ulong, int, ulong> shift, Func<ulong, CelValue> give)
    {
        if (by < 0) return Refuse($"Shift by a negative offset: {by}");
        return give(by >= 64 ? 0 : shift(bits, (int)by));
    }
}
