using System.Collections.Immutable;
using Heluo.Terminal.Components.Clocks;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Layout;
using NodaTime;

namespace Heluo.Terminal.Pages.My;

/// <summary>All that belongs to the signed-in person.</summary>
public sealed record MyView
{
    /// <summary>Cases with a clock that has run out, whoever they wait for.</summary>
    public ImmutableArray<CaseRowView> Late { get; init; } = [];

    /// <summary>Cases that wait for the person.</summary>
    public ImmutableArray<CaseRowView> Waiting { get; init; } = [];

    /// <summary>Their other running cases.</summary>
    public ImmutableArray<CaseRowView> Running { get; init; } = [];

    /// <summary>Their ended cases.</summary>
    public ImmutableArray<CaseRowView> Ended { get; init; } = [];

    /// <summary>What the person was told of their cases, newest first.</summary>
    public ImmutableArray<MessageView> Messages { get; init; } = [];

    /// <summary>Unfinished applications.</summary>
    public ImmutableArray<DraftRowView> Drafts { get; init; } = [];

    /// <summary>Who may act for them, and for whom they may act.</summary>
    public ImmutableArray<AuthorizationView> Authorizations { get; init; } = [];

    /// <summary>For whom the reader stands at the moment; null when for themselves.</summary>
    public string? ActingFor { get; init; }

    /// <summary>For whom the reader may stand: the key of the authorisation and the name.</summary>
    public ImmutableArray<Link> Principals { get; init; } = [];
}

/// <summary>One thing a person was told of a case.</summary>
/// <param name="At">When.</param>
/// <param name="Says">What, in words.</param>
/// <param name="Title">What the case is about.</param>
/// <param name="Case">The case.</param>
public sealed record MessageView(LocalDateTime At, string Says, string Title, Link Case)
{
    /// <summary>The document that was made with it; null when none was.</summary>
    public Link? Paper { get; init; }

    /// <summary>What the person must still do, in words; null when nothing.</summary>
    public string? Todo { get; init; }
}

/// <summary>An unfinished application.</summary>
/// <param name="Href">Where it goes on.</param>
/// <param name="Item">The matter.</param>
/// <param name="Touched">When it was last changed.</param>
/// <param name="Discard">Where it is thrown away.</param>
public sealed record DraftRowView(string Href, string Item, LocalDateTime Touched, string Discard);

/// <summary>One authorisation.</summary>
/// <param name="Says">Who may do what for whom, in words.</param>
/// <param name="Until">The last day it holds, in words.</param>
/// <param name="Revoke">Where it is revoked; null when the reader may not.</param>
public sealed record AuthorizationView(string Says, string Until, string? Revoke);

/// <summary>The form by which somebody is allowed to act for the reader.</summary>
/// <param name="Fields">Who, for what, until when.</param>
/// <param name="Whole">What is wrong with the request as a whole; null when nothing is.</param>
public sealed record AuthorizeView(ImmutableArray<FieldView> Fields, string? Whole = null);

/// <summary>One look at the person's data.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who looked, by office and post.</param>
/// <param name="Purpose">Why.</param>
/// <param name="What">Which values.</param>
/// <param name="Case">The case it served; null when none.</param>
public sealed record AccessView(LocalDateTime At, string Who, string Purpose, string What, Link? Case);

/// <summary>One case as its party sees it.</summary>
public sealed record CaseView
{
    /// <summary>The number of the case.</summary>
    public required string Number { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands, in words.</summary>
    public required string Stage { get; init; }

    /// <summary>Whether it was sent a moment ago: the page then begins with the receipt.</summary>
    public bool JustSent { get; init; }

    /// <summary>What was just done; null when nothing was.</summary>
    public string? Done { get; init; }

    /// <summary>The receipt; null when none was made.</summary>
    public Link? Receipt { get; init; }

    /// <summary>What the person must do now, in words; null when nothing.</summary>
    public string? Awaited { get; init; }

    /// <summary>The points of an open correction notice.</summary>
    public ImmutableArray<string> Points { get; init; } = [];

    /// <summary>What the person may do now.</summary>
    public ImmutableArray<ActLinkView> Acts { get; init; } = [];

    /// <summary>The way of the case.</summary>
    public ImmutableArray<StageView> Stages { get; init; } = [];

    /// <summary>Its clocks with their evidence, the one that matters first.</summary>
    public ImmutableArray<ClockView> Clocks { get; init; } = [];

    /// <summary>What happened, newest first.</summary>
    public ImmutableArray<EventView> Timeline { get; init; } = [];

    /// <summary>Its documents, newest first.</summary>
    public ImmutableArray<PaperRowView> Papers { get; init; } = [];

    /// <summary>Who handles it and how to reach them.</summary>
    public ImmutableArray<RowView> Facts { get; init; } = [];
}

/// <summary>An act the reader may perform.</summary>
/// <param name="Href">Its page.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Primary">Whether it is what the case waits for.</param>
/// <param name="Harm">Whether it ends the case against the applicant's wish or for good.</param>
public sealed record ActLinkView(string Href, string Name, bool Primary = false, bool Harm = false);

/// <summary>One document of a case.</summary>
/// <param name="Href">Its page.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its date.</param>
public sealed record PaperRowView(string Href, string Name, string Number, LocalDate Date);
