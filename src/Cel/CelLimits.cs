namespace Heluo.Cel;

/// <summary>Bounds on the text of an expression. What exceeds them is refused with <c>cel.too_large</c>. A limit out
/// of its own range throws <see cref="ArgumentOutOfRangeException"/> when an environment takes it.</summary>
public sealed record CelLimits
{
    /// <summary>Longest source in UTF-16 units; default 65,536, range 1 to 1,048,576.</summary>
    public int SourceLength { get; init; } = 65_536;

    /// <summary>Deepest nesting of brackets, calls, unary and conditional operators; default 100, range 1 to
    /// 200.</summary>
    public int Nesting { get; init; } = 100;

    /// <summary>Tallest tree, which chains of one operator also build; default 500, range 1 to 1,000.</summary>
    public int Height { get; init; } = 500;

    /// <summary>Most nodes in one expression; default 20,000, range 1 to 200,000.</summary>
    public int Nodes { get; init; } = 20_000;

    /// <summary>Most faults listed before the rest is left unsaid; default 50, range 1 to 1,000.</summary>
    public int Faults { get; init; } = 50;

    internal CelLimits Checked()
    {
        Guard(SourceLength, 1_048_576, nameof(SourceLength));
        Guard(Nesting, 200, nameof(Nesting));
        Guard(Height, 1_000, nameof(Height));
        Guard(Nodes, 200_000, nameof(Nodes));
        Guard(Faults, 1_000, nameof(Faults));
        return this;
    }

    private static void Guard(int value, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
