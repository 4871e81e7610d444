namespace Heluo.Cel;

/// <summary>The body of a host's function: pure, quick, and without exceptions; what cannot be answered is
/// <see cref="CelValue.Fail(string, string)"/>. The arguments have the declared kinds; they are never errors.</summary>
/// <param name="arguments">The arguments, the receiver first.</param>
public delegate CelValue CelFunction(ReadOnlySpan<CelValue> arguments);
