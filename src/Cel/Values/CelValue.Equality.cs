using Heluo.Cel.Values;

namespace Heluo.Cel;

public readonly partial struct CelValue
{
    /// <summary>Equality as the language has it: numbers of different kinds by value, lists and maps by content,
    /// other different kinds never; NaN equals nothing. Values with more than 10,000,000 parts are not equal.</summary>
    public bool Equals(CelValue other)
    {
        var steps = 10_000_000;
        return Equality.Same(this, other, ref steps);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        CelKind.String => AsString.GetHashCode(StringComparison.Ordinal),
        CelKind.Bool or CelKind.Int or CelKind.Uint => _bits.GetHashCode(),
        CelKind.Double => Numbers.TryWhole(AsDouble, out var whole) ? whole.GetHashCode() : AsDouble.GetHashCode(),
        CelKind.List => AsList.Count,
        CelKind.Map => AsMap.Count,
        CelKind.Bytes => AsBytes.Length,
        CelKind.Timestamp or CelKind.Duration => HashCode.Combine(_bits, _nanos),
        CelKind.Optional => AsOptional.HasValue ? AsOptional.Value.GetHashCode() : 0,
        _ => _object?.GetHashCode() ?? 0,
    };

    /// <summary>Equality as the language has it.</summary>
    public static bool operator ==(CelValue left, CelValue right) => left.Equals(right);

    /// <summary>Inequality as the language has it.</summary>
    public static bool operator !=(CelValue left, CelValue right) => !left.Equals(right);
}
