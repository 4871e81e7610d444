using System.Collections.Immutable;

namespace Heluo.Cases;

/// <summary>A step of a running plan. Open once every step it comes after has ended.</summary>
/// <param name="Id">Id within the plan; repeated parts carry <c>-1</c>, <c>-2</c>, …</param>
/// <param name="Rule">Id of the step in the pack, for its name.</param>
/// <param name="Role">Role that works it.</param>
/// <param name="Agency">Agency that works it.</param>
/// <param name="Days">Working days planned.</param>
/// <param name="After">Ids of the steps that must end first.</param>
public sealed record PlannedStep(
    string Id, string Rule, string Role, string? Agency, decimal Days, ImmutableArray<string> After)
{
    /// <summary>When it ended; null while open or waiting.</summary>
    public NodaTime.Instant? DoneAt { get; init; }

    /// <summary>Who ended it.</summary>
    public string? DoneBy { get; init; }

    /// <summary>The officer it is assigned to, if to one.</summary>
    public string? Assignee { get; init; }

    /// <summary>Whether everything it waits for has ended and it has not.</summary>
    public bool IsOpen(IReadOnlyList<PlannedStep> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (DoneAt is not null)
        {
            return false;
        }

        foreach (var step in plan)
        {
            if (step.DoneAt is null && After.Contains(step.Id))
            {
                return false;
            }
        }

        return true;
    }
}
