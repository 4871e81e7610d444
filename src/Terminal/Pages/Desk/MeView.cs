using System.Collections.Immutable;
using Heluo.Terminal.Components.Lists;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>What an officer is here: posts, cover, sessions.</summary>
/// <param name="Name">Their name at work, with their number there.</param>
/// <param name="Duties">Post and body; where, and from when until when.</param>
/// <param name="Leaves">Leaves of theirs and those they cover.</param>
/// <param name="Sessions">Where they are signed in.</param>
public sealed record MeView(
    string Name,
    ImmutableArray<RowView> Duties,
    ImmutableArray<LeaveRowView> Leaves,
    ImmutableArray<SessionRowView> Sessions);

/// <summary>One open session.</summary>
/// <param name="Says">Since when and until when, in words.</param>
/// <param name="End">The key by which it is ended; null for the one the page is read in.</param>
public sealed record SessionRowView(string Says, string? End);
