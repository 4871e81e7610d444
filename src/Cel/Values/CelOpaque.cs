namespace Heluo.Cel.Values;

/// <summary>A value of the library that only its own functions open.</summary>
internal abstract class CelOpaque
{
    public abstract CelType Type { get; }

    public abstract override bool Equals(object? obj);

    public abstract override int GetHashCode();

    public abstract override string ToString();
}
