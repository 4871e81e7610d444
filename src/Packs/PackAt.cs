namespace Heluo.Packs;

/// <summary>Where something stands in a pack.</summary>
/// <param name="File">Path from the checked folder, with <c>/</c>; a base pack's file begins with <c>../</c>.</param>
/// <param name="Line">Line, from 1; 0 for the file as a whole.</param>
public readonly record struct PackAt(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
