using System.Collections.Immutable;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Pages.Home;

namespace Heluo.Terminal.Pages.Reports;

/// <summary>What can be reported, by group.</summary>
/// <param name="Groups">The groups and their classes, each leading to its form.</param>
/// <param name="Sent">Number of a report that was just taken; null when none was.</param>
public sealed record ReportClassesView(
    ImmutableArray<(string Name, ImmutableArray<ItemRowView> Classes)> Groups, string? Sent = null);

/// <summary>The report of something wrong in the street.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">Where, what, a photograph, and how to reach the reporter.</param>
/// <param name="Command">The id of this very report, so that pressing twice reports once.</param>
/// <param name="Whole">What is wrong with the report as a whole; null when nothing is.</param>
public sealed record ReportView(
    string Name, string Action, ImmutableArray<FieldView> Fields, string Command, string? Whole = null);
