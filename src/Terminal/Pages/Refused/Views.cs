namespace Heluo.Terminal.Pages.Refused;

/// <summary>A refusal as a page.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Sentence">The translated sentence.</param>
/// <param name="Code">The stable code, to quote when asking for help.</param>
/// <param name="SignIn">Where to sign in first; null when that would not help.</param>
public sealed record RefusedView(int Status, string Sentence, string Code, string? SignIn = null);
