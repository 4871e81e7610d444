using System.Collections.Immutable;

namespace Heluo.Storage;

/// <summary>Whether the store can serve.</summary>
/// <param name="Ready">Whether it can: it writes, and every follower is whole.</param>
/// <param name="Reasons">Why not: a refusal code such as <c>store.full</c>, or <c>follower.</c> and a follower's
/// name.</param>
public sealed record StoreHealth(bool Ready, ImmutableArray<string> Reasons);
