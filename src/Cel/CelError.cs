namespace Heluo.Cel;

/// <summary>Why an evaluation has no value. It is a value itself: <c>&amp;&amp;</c>, <c>||</c>, <c>all</c> and
/// <c>exists</c> absorb it when the other side decides; only a spent budget is never absorbed.</summary>
/// <param name="Code">Stable code, one of <see cref="CelCodes"/> or a code of the host's own function.</param>
/// <param name="Message">One English sentence without a full stop.</param>
/// <param name="At">Where it happened; null when the error came from outside an expression.</param>
public sealed record CelError(string Code, string Message, CelPosition? At = null)
{
    /// <summary>Whether the evaluation was stopped by its budget, so that nothing may absorb this error.</summary>
    public bool IsFatal => Code == CelCodes.Budget;

    /// <summary>The error as <c>line:column: code: message</c>.</summary>
    public override string ToString() => At is { } at ? $"{at}: {Code}: {Message}" : $"{Code}: {Message}";
}
