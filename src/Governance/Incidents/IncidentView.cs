using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Governance;

/// <summary>A class of incidents as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Component or event (GB/T 30428.2).</param>
/// <param name="Code">Class and subclass.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">The group it is listed under.</param>
/// <param name="Form">Every question a report of it is asked.</param>
/// <param name="Standards">Its filing standards; the first that applies holds.</param>
public sealed record IncidentClassView(
    string Id, CatalogueKind Kind, string Code, Localized Name, Localized Group, ImmutableArray<FieldView> Form,
    ImmutableArray<StandardView> Standards)
{
    internal static IncidentClassView Of(IncidentClass one) => new(
        one.Id, one.Kind, one.Code, one.Name, one.Group,
        [.. one.Form.Select(FieldView.Of)],
        [.. one.Standards.Select(StandardView.Of)]);
}

/// <summary>A filing standard: when an incident is filed, when it may be closed, how long handling may take.</summary>
/// <param name="Id">Id within the class.</param>
/// <param name="Filing">The filing condition.</param>
/// <param name="Closing">The closing condition.</param>
/// <param name="Limit">The limit of handling.</param>
/// <param name="Demo">Whether the limit is ours, from no source.</param>
public sealed record StandardView(string Id, Localized Filing, Localized Closing, Limit Limit, bool Demo)
{
    internal static StandardView Of(FilingStandard one) => new(one.Id, one.Filing, one.Closing, one.Limit, one.Demo);
}

/// <summary>An incident somebody reported, in a list.</summary>
public sealed record IncidentListItem(
    string Number, Localized Title, string Class, string Stage, string Area, string Agency, Instant OpenedAt,
        string? End);
