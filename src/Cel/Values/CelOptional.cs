namespace Heluo.Cel.Values;

/// <summary>A value or its absence.</summary>
internal sealed class CelOptional
{
    private readonly CelValue _value;

    private CelOptional(CelValue value) => _value = value;

    public static CelOptional None { get; } = new(default);

    public bool HasValue => _value.Kind != CelKind.None;

    public CelValue Value => _value;

    public static CelOptional Of(CelValue value) => new(value);
}
