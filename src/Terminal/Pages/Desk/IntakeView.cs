using System.Collections.Immutable;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Pages.Home;
using Heluo.Terminal.Pages.My;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>The window: what somebody comes for, and applications begun here and not finished.</summary>
/// <param name="Query">What was searched for.</param>
/// <param name="Items">The items, each leading on.</param>
/// <param name="Drafts">Applications this officer began and has not sent.</param>
public sealed record IntakeView(
    string Query, ImmutableArray<ItemRowView> Items, ImmutableArray<DraftRowView> Drafts);

/// <summary>Who stands at the window.</summary>
/// <param name="Item">What they come for.</param>
/// <param name="Action">Where it is posted.</param>
/// <param name="Fields">The document in hand; and when they are not known yet, who they are.</param>
/// <param name="New">Whether nobody is registered under the document: they are registered now.</param>
/// <param name="Whole">What is wrong with the request as a whole; null when nothing is.</param>
public sealed record PresentView(string Item, string Action, ImmutableArray<FieldView> Fields, bool New,
    string? Whole = null);
