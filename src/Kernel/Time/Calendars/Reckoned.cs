namespace Heluo.Kernel;

/// <summary>
/// An answer of the calendar that cannot be taken without seeing whether it is an estimate. It is provisional when any
/// year that the count touches has no published notice.
/// </summary>
/// <typeparam name="T">A date or a number of days.</typeparam>
/// <param name="Value">The answer; past the published horizon the estimate by the week's rule.</param>
/// <param name="Provisional">Whether a notice still to come can change it.</param>
public readonly record struct Reckoned<T>(T Value, bool Provisional);
