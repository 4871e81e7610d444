using Heluo.Cel.Reading;

namespace Heluo.Cel.Library;

/// <summary>The types that operators take and give; nodes of their own evaluate them.</summary>
internal static class OperatorTypes
{
    private static readonly CelType A = CelType.Parameter("A");
    private static readonly CelType B = CelType.Parameter("B");
    private static readonly CelType[] NumberTypes = [CelType.Int, CelType.Uint, CelType.Double];

    public static IEnumerable<Overload> All() =>
    [
        Of(Operators.Conditional, A, CelType.Bool, A, A),
        Of(Operators.Not, CelType.Bool, CelType.Bool),
        Of(Operators.Negate, CelType.Int, CelType.Int),
        Of(Operators.Negate, CelType.Double, CelType.Double),
        Of(Operators.Equal, CelType.Bool, A, A),
        Of(Operators.NotEqual, CelType.Bool, A, A),
        Of(Operators.In, CelType.Bool, A, CelType.List(A)),
        Of(Operators.In, CelType.Bool, A, CelType.Map(A, B)),
        .. Indexing(),
        .. Arithmetic(),
        .. Ordering(Operators.Less),
        .. Ordering(Operators.LessOrEqual),
        .. Ordering(Operators.Greater),
        .. Ordering(Operators.GreaterOrEqual),
    ];

    private static Overload Of(string name, CelType result, params CelType[] parameters) =>
        new(name, isMethod: false, parameters, result, body: null);

    private static IEnumerable<Overload> Indexing()
    {
        CelType list = CelType.List(A), map = CelType.Map(A, B), a = CelType.Optional(A), b = CelType.Optional(B);
        return
        [
            Of(Operators.Index, A, list, CelType.Int),
            Of(Operators.Index, B, map, A),
            Of(Operators.Index, a, CelType.Optional(list), CelType.Int),
            Of(Operators.Index, b, CelType.Optional(map), A),
            Of(Operators.OptionalIndex, a, list, CelType.Int),
            Of(Operators.OptionalIndex, b, map, A),
            Of(Operators.OptionalIndex, a, CelType.Optional(list), CelType.Int),
            Of(Operators.OptionalIndex, b, CelType.Optional(map), A),
        ];
    }

    private static IEnumerable<Overload> Arithmetic()
    {
        foreach (var type in NumberTypes)
        {
            yield return Of(Operators.Add, type, type, type);
            yield return Of(Operators.Subtract, type, type, type);
            yield return Of(Operators.Multiply, type, type, type);
            yield return Of(Operators.Divide, type, type, type);
            if (type.Kind != CelTypeKind.Double) yield return Of(Operators.Modulo, type, type, type);
        }

        yield return Of(Operators.Add, CelType.String, CelType.String, CelType.String);
        yield return Of(Operators.Add, CelType.Bytes, CelType.Bytes, CelType.Bytes);
        yield return Of(Operators.Add, CelType.List(A), CelType.List(A), CelType.List(A));
        yield return Of(Operators.Add, CelType.Timestamp, CelType.Timestamp, CelType.Duration);
        yield return Of(Operators.Add, CelType.Timestamp, CelType.Duration, CelType.Timestamp);
        yield return Of(Operators.Add, CelType.Duration, CelType.Duration, CelType.Duration);
        yield return Of(Operators.Subtract, CelType.Timestamp, CelType.Timestamp, CelType.Duration);
        yield return Of(Operators.Subtract, CelType.Duration, CelType.Timestamp, CelType.Timestamp);
        yield return Of(Operators.Subtract, CelType.Duration, CelType.Duration, CelType.Duration);
    }

    private static IEnumerable<Overload> Ordering(string name)
    {
        foreach (var left in NumberTypes)
        {
            foreach (var right in NumberTypes) yield return Of(name, CelType.Bool, left, right);
        }

        CelType[] others = [CelType.Bool, CelType.String, CelType.Bytes, CelType.Timestamp, CelType.Duration];
        foreach (var type in others) yield return Of(name, CelType.Bool, type, type);
    }
}
