using System.Collections.Immutable;

namespace Heluo.Storage;

/// <summary>What one commit did to one stream. A commit over several streams gives one after another.</summary>
/// <param name="Stream">The stream, <c>family/key</c>.</param>
/// <param name="Before">The state before; null when it is new, and while rebuilding.</param>
/// <param name="After">The state after.</param>
/// <param name="Facts">The facts between, in order; empty while rebuilding.</param>
/// <param name="Stamp">
/// Of the last of these facts; while rebuilding only <see cref="Stamp.Position"/> and <see cref="Stamp.Version"/> are
/// set.
/// </param>
public sealed record Change(string Stream, object? Before, object After, ImmutableArray<IFact> Facts, Stamp Stamp);
