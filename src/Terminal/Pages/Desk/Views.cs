using System.Collections.Immutable;
using Heluo.Terminal.Components.Clocks;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using Heluo.Terminal.Pages.My;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>An officer's work, in order of the clock.</summary>
public sealed record InboxView
{
    /// <summary>The cases of this page.</summary>
    public ImmutableArray<CaseRowView> Cases { get; init; } = [];

    /// <summary>How many stand at each light.</summary>
    public ImmutableArray<FilterView> Lights { get; init; } = [];

    /// <summary>The other ways to look at the inbox: mine, nobody's, by procedure.</summary>
    public ImmutableArray<FilterView> Filters { get; init; } = [];

    /// <summary>The next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>The post held, in words.</summary>
    public required string Post { get; init; }
}

/// <summary>One way to narrow a list.</summary>
/// <param name="Href">Where it is narrowed so.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many remain; null when not counted.</param>
/// <param name="Current">Whether the list is narrowed so now.</param>
/// <param name="Light">The light it stands for; null when none.</param>
public sealed record FilterView(string Href, string Name, int? Count, bool Current, Light? Light = null);

/// <summary>One case as an officer sees it.</summary>
public sealed record DeskCaseView
{
    /// <summary>The number of the case.</summary>
    public required string Number { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Facts that need no purpose: agency, area, when, through which door, versions.</summary>
    public ImmutableArray<RowView> Facts { get; init; } = [];

    /// <summary>The answers, masked until they are opened.</summary>
    public ImmutableArray<RowView> Answers { get; init; } = [];

    /// <summary>Where personal values are opened.</summary>
    public required string Open { get; init; }

    /// <summary>Where the archive of the case is taken; null for an officer whose agency does not hold it.</summary>
    public string? Archive { get; init; }

    /// <summary>The purposes for which personal values were given: code and words.</summary>
    public ImmutableArray<Link> Purposes { get; init; } = [];

    /// <summary>The desks of this officer the case lies on: the work can be taken or handed on.</summary>
    public ImmutableArray<HandView> Hands { get; init; } = [];

    /// <summary>The materials with what was handed in.</summary>
    public ImmutableArray<DeskMaterialView> Materials { get; init; } = [];

    /// <summary>The way of the case.</summary>
    public ImmutableArray<StageView> Stages { get; init; } = [];

    /// <summary>Its clocks.</summary>
    public ImmutableArray<ClockView> Clocks { get; init; } = [];

    /// <summary>The open steps of the plan, in words.</summary>
    public ImmutableArray<RowView> Steps { get; init; } = [];

    /// <summary>Every act this officer may perform now, and no other.</summary>
    public ImmutableArray<ActLinkView> Acts { get; init; } = [];

    /// <summary>What happened, newest first.</summary>
    public ImmutableArray<EventView> Timeline { get; init; } = [];

    /// <summary>Its documents.</summary>
    public ImmutableArray<PaperRowView> Papers { get; init; } = [];

    /// <summary>What was done a moment ago, in words; null when nothing.</summary>
    public string? Done { get; init; }
}

/// <summary>One desk a case lies on.</summary>
/// <param name="Action">Where it is handed on.</param>
/// <param name="Step">The open step; null for the stage itself.</param>
/// <param name="Name">What the step or stage is called.</param>
/// <param name="Mine">Whether it is in the reader's hands.</param>
/// <param name="Me">The reader's id.</param>
/// <param name="Version">The version of the case.</param>
public sealed record HandView(string Action, string? Step, string Name, bool Mine, string Me, long Version);

/// <summary>One material of a case.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Need">Whether it is required, in words.</param>
/// <param name="Given">What was handed in; null when nothing was.</param>
/// <param name="Href">Where it can be seen; null for paper.</param>
public sealed record DeskMaterialView(string Name, string Need, string? Given, string? Href);
