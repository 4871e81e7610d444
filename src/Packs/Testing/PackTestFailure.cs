namespace Heluo.Packs;

/// <summary>What a case of a pack's tests expected, and what came out.</summary>
/// <param name="What">What was compared, by the key under <c>expect</c>, e.g. <c>materials</c>.</param>
/// <param name="Expected">What was expected, as a person reads it.</param>
/// <param name="Actual">What came out.</param>
public sealed record PackTestFailure(string What, string Expected, string Actual);
