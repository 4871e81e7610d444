using System.Collections.Immutable;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>An order that the data of a person or firm be forgotten, as it was decided. Its key names what decided it,
/// so
/// that one decision orders once.</summary>
/// <param name="Key">What decided it, e.g. a case and its version.</param>
public sealed record ErasureOrder(string Key) : IState<ErasureOrder>
{
    /// <inheritdoc/>
    public static string Family => "erasure";

    /// <inheritdoc/>
    public string? Shelf => null;

    /// <summary>Whose data.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Kept for which purposes; none means all.</summary>
    public ImmutableArray<string> Purposes { get; init; } = [];

    /// <summary>What ordered it, as <c>verify</c> names it: the number of the case.</summary>
    public string Order { get; init; } = "";

    /// <summary>When it was decided.</summary>
    public Instant At { get; init; }

    /// <inheritdoc/>
    public static ErasureOrder Start(string key) => new(key);

    /// <inheritdoc/>
    public ErasureOrder Apply(IFact fact, Stamp stamp) => fact is ErasureOrdered ordered
        ? this with { Subject = ordered.Subject, Purposes = ordered.Purposes, Order = ordered.Order, At = stamp.At }
        : this;
}

/// <summary>It was ordered that data be forgotten: their keys are destroyed (PIPL art. 47).</summary>
/// <param name="Subject">Whose data: <c>person/…</c>, <c>firm/…</c>.</param>
/// <param name="Purposes">Kept for which purposes; none means all.</param>
/// <param name="Order">What ordered it.</param>
public sealed record ErasureOrdered(string Subject, ImmutableArray<string> Purposes, string Order) : IFact;
