namespace Heluo.Cel;

/// <summary>One fault found while an expression is read or checked. A compilation lists every fault it finds.</summary>
/// <param name="Code">Stable code, one of <see cref="CelCodes"/>.</param>
/// <param name="Message">One English sentence without a full stop.</param>
/// <param name="At">Where the fault stands in the source.</param>
public sealed record CelFault(string Code, string Message, CelPosition At)
{
    /// <summary>The fault as <c>line:column: code: message</c>.</summary>
    public override string ToString() => $"{At}: {Code}: {Message}";
}
