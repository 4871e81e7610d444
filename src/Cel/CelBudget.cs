namespace Heluo.Cel;

/// <summary>What one evaluation may use. Beyond it the answer is the error <c>cel.budget</c>.</summary>
public sealed record CelBudget
{
    /// <summary>The budget used when the caller names none.</summary>
    public static CelBudget Default { get; } = new();

    /// <summary>Steps; default 100,000. Every turn of a macro costs the size of its body, every walk over a list,
    /// map or text its length; straight code is bounded by its source and costs nothing.</summary>
    public int Steps { get; init; } = 100_000;

    /// <summary>Longest text or bytes that may be made, in UTF-16 units or bytes; default 1,000,000.</summary>
    public int TextLength { get; init; } = 1_000_000;

    /// <summary>Most items in a list or map that may be made; default 100,000.</summary>
    public int Items { get; init; } = 100_000;
}
