using Heluo.Cel.Running;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>Values that may be absent.</summary>
internal static class OptionalFunctions
{
    private static readonly CelType Of = CelType.Optional(A);

    public static IEnumerable<Overload> All() =>
    [
        Function("optional.of", [A], Of, (ref _, arguments) => CelValue.Some(arguments[0])),
        Function("optional.ofNonZeroValue", [A], Of, (ref _, arguments) =>
            IsZero(arguments[0]) ? CelValue.None : CelValue.Some(arguments[0])),
        Function("optional.none", [], Of, (ref _, _) => CelValue.None),
        Function("optional.unwrap", [CelType.List(Of)], CelType.List(A), Unwrap),
        Method("unwrapOpt", [CelType.List(Of)], CelType.List(A), Unwrap),
        Method("hasValue", [Of], CelType.Bool, (ref _, arguments) => arguments[0].AsOptional.HasValue),
        Method("value", [Of], A, (ref _, arguments) => arguments[0].AsOptional is { HasValue: true } some
            ? some.Value
            : Refuse("optional.none() dereference")),
        Method("or", [Of, Of], Of, (ref _, arguments) =>
            arguments[0].AsOptional.HasValue ? arguments[0] : arguments[1]),
        Method("orValue", [Of, A], A, (ref _, arguments) => arguments[0].AsOptional is { HasValue: true } some
            ? some.Value
            : arguments[1]),
    ];

    private static bool IsZero(in CelValue value) => value.Kind switch
    {
        CelKind.Null => true,
        CelKind.Bool => !value.AsBool,
        CelKind.Int => value.AsInt == 0,
        CelKind.Uint => value.AsUint == 0,
        CelKind.Double => value.AsDouble == 0,
        CelKind.String => value.AsString.Length == 0,
        CelKind.Bytes => value.AsBytes.Length == 0,
        CelKind.List => value.AsList.Count == 0,
        CelKind.Map => value.AsMap.Count == 0,
        CelKind.Duration => value.AsDuration.Nanoseconds == 0,
        CelKind.Timestamp => value.AsTimestamp == default,
        CelKind.Optional => !value.AsOptional.HasValue,
        _ => false,
    };

    private static CelValue Unwrap(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var list = arguments[0].AsList;
        if (!run.Spend(list.Count)) return run.OutOfSteps();
        var items = new List<CelValue>(list.Count);
        foreach (var item in list)
        {
            if (item.Kind != CelKind.Optional) return Refuse("optional.unwrap() takes a list of optionals");
            if (item.AsOptional.HasValue) items.Add(item.AsOptional.Value);
        }

        return CelValue.Of(CelList.Own([.. items]));
    }
}
