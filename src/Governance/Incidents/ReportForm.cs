using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Packs;

namespace Heluo.Governance;

/// <summary>Questions that every report is asked, whatever its class (folder <c>incidents/</c>, key
/// <c>report</c>).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Form">The questions.</param>
public sealed record ReportForm(string Id, ImmutableArray<Field> Form)
{
    /// <summary>The kind.</summary>
    public static PackKind<ReportForm> Kind { get; } = new(
        "report", "incidents", fields =>
            new ReportForm(fields.Id, fields.Required("form", FieldShape.Form)), list: "reports");

    /// <summary>The questions every report is asked, in the order of the ids of their sets.</summary>
    public static ImmutableArray<Field> Of(PackSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return [.. set.Get(Kind).All.SelectMany(one => one.Form)];
    }
}
