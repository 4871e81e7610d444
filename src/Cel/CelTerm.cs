namespace Heluo.Cel;

/// <summary>One of the conditions that an expression joins by <c>&amp;&amp;</c>.</summary>
/// <param name="Source">Its text.</param>
/// <param name="At">Where it starts in the source of the whole.</param>
public sealed record CelTerm(string Source, CelPosition At);
