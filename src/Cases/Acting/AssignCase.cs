using System.Text.Json.Serialization;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Cases;

/// <summary>Hands a case, or one open step of its plan, to an officer, or back to everybody at the desk.</summary>
/// <param name="Step">The step; null: the case.</param>
/// <param name="Officer">The officer; null: back to the desk.</param>
/// <param name="Reason">Why; at most 200 characters.</param>
/// <param name="Version">The version of the case the actor looked at.</param>
/// <param name="OfficerDuties">The duties the officer holds; looked up by the desk, and so no part of what makes two
/// requests the same.</param>
public sealed record AssignCase(
    string? Step, string? Officer, string? Reason, int Version,
    [property: JsonIgnore] IReadOnlyList<Duty>? OfficerDuties = null)
    : IDecision<AssignCase, Case>
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 200;

    /// <summary>The whole rule. Refuses <c>case.unknown</c>, <c>case.changed</c>, <c>act.no_step</c>,
    /// <c>act.not_yours</c>,
    /// <c>case.no_officer</c>, <c>act.answers</c>.</summary>
    public static Outcome<Decided> Decide(Case state, Actor actor, Reads reads, AssignCase request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(request);
        if (!state.Exists || !CaseAccess.MayRead(state, actor, reads.Context<Rulebook>().For(state)))
        {
            return Refusals.Unknown();
        }

        if (request.Version != state.Version)
        {
            return Refusals.Changed(state.Version);
        }

        if (request.Reason?.Length > LongestReason)
        {
            return Refusals.Answers([new Fault("reason", "answers.too_long", $"At most {LongestReason} characters.")]);
        }

        var (role, agency) = Desk(state, request.Step);
        if (role is null)
        {
            return Refusals.NoStep(request.Step);
        }

        if (actor.Kind != ActorKind.Officer || !Reaches(actor.Duties, role, agency, state.Area))
        {
            return new Refusal(RefusalKind.Forbidden, "act.not_yours", "This case is not at your desk.");
        }

        return request.Officer is null || Reaches(request.OfficerDuties ?? [], role, agency, state.Area)
            ? Decided.With(new CaseAssigned(request.Step, request.Officer, request.Reason))
            : Refusals.NoOfficer();
    }

    private static (string? Role, string Agency) Desk(Case state, string? step)
    {
        if (step is null)
        {
            return (state.Desk, state.Agency);
        }

        var open = state.Plan.FirstOrDefault(one => one.Id == step && one.IsOpen(state.Plan));
        return (open?.Role, open?.Agency ?? state.Agency);
    }

    private static bool Reaches(IEnumerable<Duty> duties, string role, string agency, string area) =>
        duties.Any(duty => duty.Role == role && duty.Reaches(agency, area));
}
