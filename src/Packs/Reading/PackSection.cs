using System.Text.Json.Nodes;

namespace Heluo.Packs;

/// <summary>A part of the report of <c>pack check</c> that a module adds, e.g. the shortest and longest path of each
/// item.</summary>
/// <param name="Name">Its key in the JSON report, e.g. <c>items</c>.</param>
/// <param name="Rows">Its rows over the sound definitions, each a flat object with the same keys.</param>
public sealed record PackSection(string Name, Func<PackSet, IEnumerable<JsonObject>> Rows);
