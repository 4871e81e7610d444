using System.Collections.Immutable;
using System.Text.Json;

namespace Heluo.Governance;

/// <summary>What a caller sends to report a street incident.</summary>
/// <param name="Class">The class.</param>
/// <param name="Area">Code of the division it lies in.</param>
/// <param name="Answers">Answers to the questions of every report and of the class, by field.</param>
public sealed record ReportIncident(
    string Class, string Area, ImmutableDictionary<string, JsonElement>? Answers = null);
