using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Services;

/// <summary>A draft as the API shows it to whoever fills it in.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Version">Its version.</param>
/// <param name="Item">The item.</param>
/// <param name="ItemVersion">The version of the item.</param>
/// <param name="Name">Name of the item.</param>
/// <param name="Owner">Whose application it is.</param>
/// <param name="Area">The division the matter belongs to; null: not said yet.</param>
/// <param name="Answers">Answers; personal ones only where they were opened.</param>
/// <param name="Personal">Personal questions that are answered.</param>
/// <param name="Fields">The questions asked now, in order.</param>
/// <param name="Papers">The papers wanted now, with what was given.</param>
/// <param name="Next">The next page to answer; null: it can be sent, but for papers.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Number">Number of the case it became.</param>
public sealed record DraftView(
    string Key, int Version, string Item, int ItemVersion, Localized Name, string Owner, string? Area,
    ImmutableDictionary<string, JsonElement> Answers, ImmutableArray<string> Personal, ImmutableArray<FieldView> Fields,
    ImmutableArray<DraftPaperView> Papers, string? Next, Instant ChangedAt, string? Number)
{
    internal static DraftView Of(Draft draft, DraftPages pages, ImmutableDictionary<string, JsonElement>? opened) =>
        new(
        draft.Key, draft.Version, draft.Item, draft.ItemVersion, pages.Item.Name, draft.Owner, draft.Area,
        opened ?? draft.Answers,
        [.. draft.Personal.Keys.Order(StringComparer.Ordinal)],
        [.. pages.Fields.Select(FieldView.Of)],
        [.. pages.Papers.Select(
            DraftPaperView.Of), .. draft.Papers.Where(paper => paper.Rule == "other").Select(DraftPaperView.Other)],
        pages.Next, draft.ChangedAt, draft.Number);
}

/// <summary>A paper wanted, and what was given for it.</summary>
public sealed record DraftPaperView(
    string Rule, Localized? Name, bool Required, ImmutableArray<string> Accepts, ImmutableArray<GivenPaper> Given)
{
    internal static DraftPaperView Of(WantedPaper paper) => new(
        paper.Rule.Id, paper.Rule.Name, paper.Rule.Required, paper.Rule.Accepts, [.. paper.Given.Select(
            GivenPaper.Of)]);

    internal static DraftPaperView Other(DraftPaper paper) =>
        new(paper.Rule, null, Required: false, [], [GivenPaper.Of(paper)]);
}

/// <summary>A paper given; its bytes are not shown again before it is sent.</summary>
/// <param name="Id">Id within the draft.</param>
/// <param name="Name">Its cleaned name.</param>
/// <param name="Bytes">Bytes of its content; null: seen at the window.</param>
/// <param name="Trust">Trust level A–D.</param>
public sealed record GivenPaper(string Id, string Name, long? Bytes, string Trust)
{
    internal static GivenPaper Of(DraftPaper paper) => new(paper.Id, paper.Name, paper.Blob?.Length, paper.Trust);
}

/// <summary>A draft in a list.</summary>
public sealed record DraftListItem(
    string Key, string Item, string Owner, string? Area, Instant BegunAt, Instant ChangedAt);

/// <summary>What begins a draft.</summary>
/// <param name="Item">The item.</param>
/// <param name="Owner">At a window: whose application it is.</param>
/// <param name="Area">The division the matter belongs to.</param>
public sealed record BeginDraftRequest(string Item, string? Owner = null, string? Area = null);

/// <summary>What answers questions of a draft.</summary>
/// <param name="Answers">Answers by field; an empty one takes an answer back.</param>
/// <param name="Area">The division the matter belongs to; null: as before.</param>
public sealed record AnswerDraftRequest(ImmutableDictionary<string, JsonElement>? Answers = null, string? Area = null);

/// <summary>What records a paper seen at a window.</summary>
/// <param name="Rule">The material it answers, or <c>other</c>.</param>
/// <param name="Name">What it is.</param>
public sealed record SeenPaper(string Rule, string Name);
