namespace Heluo.Cel;

/// <summary>One form of a host's function.</summary>
/// <param name="Parameters">Types of the arguments, the receiver first; at most 16.</param>
/// <param name="Result">Type of the answer. The evaluator trusts it.</param>
/// <param name="Body">What it does.</param>
/// <param name="IsMethod">Whether it is written <c>receiver.name(..)</c>.</param>
public sealed record CelOverload(
    IReadOnlyList<CelType> Parameters, CelType Result, CelFunction Body, bool IsMethod = false);
