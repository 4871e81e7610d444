using System.Collections.Immutable;
using Heluo.Terminal.Components.Fields;

namespace Heluo.Terminal.Pages.Reports;

/// <summary>The report of something wrong in the street.</summary>
/// <param name="Fields">Class, place, photo, words, and how to reach the reporter.</param>
/// <param name="Whole">What is wrong with the report as a whole; null when nothing is.</param>
public sealed record ReportView(ImmutableArray<FieldView> Fields, string? Whole = null);
