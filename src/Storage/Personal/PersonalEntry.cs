namespace Heluo.Storage;

/// <summary>One sealed field of a fact, as the register of personal data names it.</summary>
/// <param name="Kind">Kind of the fact.</param>
/// <param name="Field">The field, with the way to it: <c>papers.blob</c>.</param>
/// <param name="Purpose">What for; null where packs say it.</param>
/// <param name="Basis">The article that allows it; null where packs say it.</param>
/// <param name="Retention">How long; null where packs say it.</param>
public sealed record PersonalEntry(string Kind, string Field, string? Purpose, string? Basis, string? Retention);
