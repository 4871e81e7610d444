using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>Ends a cover early, from today.</summary>
/// <param name="No">The number of the cover with the absent officer, whose stream this is.</param>
public sealed record EndCover(int No) : IDecision<EndCover, Officer>
{
    /// <summary>Refuses <c>cover.not_yours</c>, <c>cover.unknown</c>.</summary>
    public static Outcome<Decided> Decide(Officer state, Actor actor, Reads reads, EndCover request, Instant now)
    {
        var today = reads.Context<City>().DayAt(now);
        if (state.Leaves.FirstOrDefault(leave => leave.No == request.No && leave.To > today) is not { } cover)
        {
            return RegistryRefusals.NotFound("cover.unknown", "There is no such cover in force or to come.");
        }

        return actor.Administers(AdministratorKind.Security) || actor.Id == state.Id || actor.Id == cover.By
            ? Decided.With(new CoverEnded(request.No, today))
            : RegistryRefusals.Forbidden(
                "cover.not_yours", "Only the two officers or the security administrator end a cover.");
    }
}
