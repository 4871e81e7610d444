namespace Heluo.Cel;

/// <summary>A place in the text of an expression.</summary>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column, counted from 1 in UTF-16 units.</param>
public readonly record struct CelPosition(int Line, int Column)
{
    /// <summary>The place as <c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
