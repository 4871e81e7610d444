namespace Heluo.Cel;

/// <summary>Whether a condition holds, and which of its terms did not.</summary>
/// <param name="Holds">Whether the whole is true.</param>
/// <param name="Unmet">Index into <see cref="CelProgram.Terms"/> of the term that is false or, when none is, of the
/// first that cannot be judged; -1 when the whole holds.</param>
/// <param name="Error">Why that term cannot be judged; null when it is plainly false.</param>
public readonly record struct CelJudgement(bool Holds, int Unmet, CelError? Error);
