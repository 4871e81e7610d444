using Heluo.Cel.Running;

namespace Heluo.Cel.Library;

/// <summary>The body of a function of the library; it may spend steps.</summary>
internal delegate CelValue Body(ref Run run, ReadOnlySpan<CelValue> arguments);

/// <summary>One form of a function: what the checker matches and what the evaluator calls.</summary>
internal sealed class Overload
{
    private readonly CelKind[] _kinds;

    public Overload(
        string function, bool isMethod, CelType[] parameters, CelType result, Body? body, bool isFoldable = true)
    {
        (Function, IsMethod, Parameters, Result, Body, IsFoldable) =
            (function, isMethod, parameters, result, body, isFoldable);
        _kinds = [.. parameters.Select(KindOf)];
        IsGeneric = parameters.Append(result).Any(HasParameter);
    }

    public string Function { get; }

    public bool IsMethod { get; }

    public CelType[] Parameters { get; }

    public CelType Result { get; }

    public Body? Body { get; }

    /// <summary>Whether a call with constant arguments may be answered when the expression is compiled.</summary>
    public bool IsFoldable { get; }

    public bool IsGeneric { get; }

    /// <summary>Whether arguments of these kinds are taken.</summary>
    public bool Takes(ReadOnlySpan<CelValue> arguments)
    {
        for (var i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] != CelKind.None && _kinds[i] != arguments[i].Kind) return false;
            if (_kinds[i] == CelKind.Opaque && arguments[i].AsOpaque.Type.Name != Parameters[i].Name) return false;
        }

        return true;
    }

    private static bool HasParameter(CelType type) =>
        type.Kind == CelTypeKind.Parameter || type.Parameters.Any(HasParameter);

    private static CelKind KindOf(CelType type) => type.Kind switch
    {
        CelTypeKind.Null => CelKind.Null,
        CelTypeKind.Bool => CelKind.Bool,
        CelTypeKind.Int => CelKind.Int,
        CelTypeKind.Uint => CelKind.Uint,
        CelTypeKind.Double => CelKind.Double,
        CelTypeKind.String => CelKind.String,
        CelTypeKind.Bytes => CelKind.Bytes,
        CelTypeKind.Timestamp => CelKind.Timestamp,
        CelTypeKind.Duration => CelKind.Duration,
        CelTypeKind.List => CelKind.List,
        CelTypeKind.Map => CelKind.Map,
        CelTypeKind.Type => CelKind.Type,
        CelTypeKind.Optional => CelKind.Optional,
        CelTypeKind.Record => CelKind.Record,
        CelTypeKind.Opaque => CelKind.Opaque,
        _ => CelKind.None,
    };
}
