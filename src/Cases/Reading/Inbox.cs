using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Cases;

/// <summary>An officer's work: every case at a desk one of their duties reaches, most urgent first.</summary>
public static class Inbox
{
    /// <summary>Most rows one answer gives.</summary>
    public const int Most = 500;

    /// <summary>The rows at the actor's desks, most urgent first. A case in another officer's hands is left out unless
    /// <paramref name="everybody"/>.</summary>
    public static ImmutableArray<InboxRow> Of(CaseIndex index, Actor actor, bool everybody = false)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(actor);
        var found = new Dictionary<(string, string?), InboxRow>();
        foreach (var duty in actor.Duties)
        {
            foreach (var row in index.OnDesk(duty, Most))
            {
                foreach (var desk in row.Desks)
                {
                    if (desk.Role == duty.Role && duty.Reaches(desk.Agency, row.Area)
                        && (everybody || desk.Assignee is null || desk.Assignee == actor.Id))
                    {
                        found[(row.Key, desk.Step)] = new(row, desk);
                    }
                }
            }
        }

        return [.. found.Values.OrderBy(row => row.Case.DueAt).ThenBy(row => row.Case.OpenedAt).Take(Most)];
    }
}

/// <summary>One row of an inbox: a case, and the desk it lies on.</summary>
public sealed record InboxRow(CaseRow Case, DeskPlace Desk);
