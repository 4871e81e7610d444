using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Storage;

/// <summary>An order to forget a subject, wholly or for some purposes (PIPL art. 47).</summary>
/// <param name="Subject">Whose values, e.g. <c>person/…</c>.</param>
/// <param name="Purposes">For which purposes; none means all.</param>
/// <param name="Order">What ordered it, e.g. the number of the case.</param>
/// <param name="At">When it was ordered.</param>
public sealed record Erasure(string Subject, ImmutableArray<string> Purposes, string Order, Instant At)
{
    /// <summary>Ids of the keys that were destroyed; the list of erasures names them.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Whether values kept for a purpose are meant.</summary>
    public bool Means(string purpose) => Purposes.IsEmpty || Purposes.Contains(purpose, StringComparer.Ordinal);
}

/// <summary>What an order destroyed.</summary>
/// <param name="Order">The order.</param>
/// <param name="Keys">How many keys.</param>
/// <param name="At">When it was ordered.</param>
public sealed record ErasedKeys(string Order, int Keys, Instant At);
