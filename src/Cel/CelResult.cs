namespace Heluo.Cel;

/// <summary>What an evaluation answers: a value, or the error that stands in its place.</summary>
public readonly struct CelResult : IEquatable<CelResult>
{
    internal CelResult(CelValue value) => Value = value;

    /// <summary>The value; of kind <see cref="CelKind.Error"/> when there is none.</summary>
    public CelValue Value { get; }

    /// <summary>The error, or null when there is a value.</summary>
    public CelError? Error => Value.Kind == CelKind.Error ? Value.AsError : null;

    /// <summary>Whether there is a value.</summary>
    public bool Succeeded => Value.Kind != CelKind.Error;

    /// <summary>Whether the value is <c>true</c>. An error is not <c>true</c>: a guard that cannot be judged is
    /// shut.</summary>
    public bool Holds => Value.Kind == CelKind.Bool && Value.AsBool;

    /// <inheritdoc/>
    public bool Equals(CelResult other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CelResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The value as JSON, or the error.</summary>
    public override string ToString() => Error is { } error ? error.ToString() : Value.ToString();

    /// <summary>Same answer.</summary>
    public static bool operator ==(CelResult left, CelResult right) => left.Equals(right);

    /// <summary>Another answer.</summary>
    public static bool operator !=(CelResult left, CelResult right) => !left.Equals(right);
}
