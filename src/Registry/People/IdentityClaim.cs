using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>
/// Says whom a document's number belongs to. Its key is the number's tag, so that one number is one person: two
/// registrations of it meet in the same stream, and one of them is refused.
/// </summary>
/// <param name="Holder">The person or officer; null when nobody has claimed the number.</param>
public sealed record IdentityClaim(string? Holder) : IState<IdentityClaim>
{
    /// <inheritdoc/>
    public static string Family => "identity";

    string? IState<IdentityClaim>.Shelf => null;

    /// <inheritdoc/>
    public static IdentityClaim Start(string key) => new((string?)null);

    /// <inheritdoc/>
    public IdentityClaim Apply(IFact fact, Stamp stamp) => fact switch
    {
        IdentityClaimed claimed => this with { Holder = claimed.Holder },
        _ => this,
    };
}

/// <summary>A number was claimed.</summary>
/// <param name="Holder">By whom: <c>person/…</c> or <c>officer/…</c>.</param>
public sealed record IdentityClaimed(string Holder) : IFact;
