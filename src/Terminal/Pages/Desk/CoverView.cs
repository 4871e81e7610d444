using System.Collections.Immutable;
using Heluo.Registry;
using Heluo.Terminal.Components.Fields;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Pages.Desk;

/// <summary>Leaves, and who covers them.</summary>
/// <param name="Leaves">The reader's leaves and those they cover.</param>
/// <param name="Fields">Who covers, from when, until when.</param>
/// <param name="Whole">What is wrong with the request as a whole; null when nothing is.</param>
public sealed record CoverView(ImmutableArray<LeaveRowView> Leaves, ImmutableArray<FieldView> Fields,
    string? Whole = null);

/// <summary>One leave.</summary>
/// <param name="Says">Who covers whom, in words.</param>
/// <param name="When">From when until when, in words.</param>
/// <param name="End">The number under which the reader may end it; null when they may not.</param>
public sealed record LeaveRowView(string Says, string When, int? End)
{
    /// <summary>A leave in words.</summary>
    internal static LeaveRowView Of(Leave leave, Words words) => new(
        words.Say("cover.row", ("by", leave.By), ("absent", leave.Absent)),
        words.Say("cover.when", ("from", words.Day(leave.From)), ("last", words.Day(leave.To.PlusDays(-1)))),
        leave.Own ? leave.No : null);
}
