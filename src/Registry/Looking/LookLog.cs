using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// One access log: of a subject (<c>of/person/…</c>), by an actor (<c>by/officer/…</c>) or for a case
/// (<c>for/NUMBER</c>).
/// Each opening of personal data stands in all that concern it, in one commit. The entries are the facts; the document
/// only counts them.
/// </summary>
/// <param name="Count">How many openings.</param>
/// <param name="Last">The latest; null when there was none.</param>
public sealed record LookLog(int Count, Instant? Last) : IState<LookLog>
{
    /// <inheritdoc/>
    public static string Family => "look";

    /// <summary>Begins the keys of the logs by actor.</summary>
    internal const string ByPrefix = "by/";

    string? IState<LookLog>.Shelf => null;

    /// <inheritdoc/>
    public static LookLog Start(string key) => new(0, null);

    /// <inheritdoc/>
    public LookLog Apply(IFact fact, Stamp stamp) => fact is DataOpened ? new(Count + 1, stamp.At) : this;
}

/// <summary>Personal data was opened; who and when is the fact's stamp.</summary>
/// <param name="Subjects">Whose, e.g. <c>person/…</c>.</param>
/// <param name="Fields">Which fields, by name.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Case">For which case; null when for none.</param>
/// <param name="OnBehalfOf">For whom the actor stood; null when for themselves.</param>
public sealed record DataOpened(
    ImmutableArray<string> Subjects,
    ImmutableArray<string> Fields,
    string Purpose,
    string? Case,
    string? OnBehalfOf) : IFact;
