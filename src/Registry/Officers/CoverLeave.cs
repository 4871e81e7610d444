using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Gives duties of an officer on leave to another for some days. What the other then holds is the absent officer's own
/// duty
/// as it stands that day: when it ends, so does the cover. A cover is never covered in turn.
/// </summary>
/// <param name="By">Who covers, the officer's key.</param>
/// <param name="Duties">Numbers of the duties; none means all that are in force then.</param>
/// <param name="From">First day; not before today.</param>
/// <param name="To">First day no longer covered; at most 90 days after the first.</param>
public sealed record CoverLeave(string By, ImmutableArray<int> Duties, LocalDate From, LocalDate To)
    : IDecision<CoverLeave, Officer>, IDeclaresReads<Officer>
{
    private const int LongestDays = 90;

    /// <inheritdoc/>
    public void Declare(Officer state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add<Officer>(By, mayWrite: true);
    }

    /// <summary>
    /// Refuses <c>cover.not_yours</c>, <c>officer.unknown</c>, <c>cover.administrator_apart</c>, <c>cover.too_many</c>,
    /// <c>cover.answers</c>.
    /// </summary>
    public static Outcome<Decided> Decide(Officer state, Actor actor, Reads reads, CoverLeave request, Instant now)
    {
        var today = reads.Context<City>().DayAt(now);
        var other = reads.Get<Officer>(request.By);
        if (!request.MayGive(state, other, actor))
        {
            return RegistryRefusals.Forbidden(
                "cover.not_yours",
                "You can give your own duties to somebody with the same role; else ask the security administrator.");
        }

        if (state.Name is null || other.Name is null)
        {
            return RegistryRefusals.NotFound("officer.unknown", "There is no such officer.");
        }

        if (state.AdministersFrom(today) is not null || other.AdministersFrom(today) is not null)
        {
            return RegistryRefusals.Conflict(
                "cover.administrator_apart",
                "Administrators neither cover nor are covered; name a deputy of the same kind.");
        }

        if (other.Covers.Count(cover => cover.To > request.From) >= Officer.MostCovers
            || state.Leaves.Count(leave => leave.To > request.From) >= Officer.MostCovers)
        {
            return RegistryRefusals.Conflict("cover.too_many", "At most 32 covers stand at a time.");
        }

        return request.Check(state, other, today) is { Count: > 0 } faults
            ? RegistryRefusals.Invalid("cover.answers", "The leave cannot be covered as given.", faults)
            : request.Becomes(state, other);
    }

    private bool MayGive(Officer state, Officer other, Actor actor) =>
        actor.Administers(AdministratorKind.Security)
        || (actor.Kind == ActorKind.Officer && actor.Id == state.Id && Chosen(state).All(mine =>
            other.Duties.Any(theirs => theirs.Role == mine.Role && theirs.HoldsOn(From))));

    private IEnumerable<DutyTerm> Chosen(Officer state) => Duties.IsDefaultOrEmpty
        ? state.Duties.Where(duty => duty.HoldsOn(From))
        : state.Duties.Where(duty => Duties.Contains(duty.No));

    private Decided Becomes(Officer state, Officer other)
    {
        var no = state.Leaves.Select(leave => leave.No).DefaultIfEmpty(0).Max() + 1;
        var cover = new LeaveCover(no, other.Id, [.. Chosen(state).Select(duty => duty.No)], From, To);
        return Decided.With(new LeaveCovered(cover))
            .Also<Officer>(By, new CoverTaken(new CoverTask(state.Id, no, To), From))
            .Reply(no);
    }

    private Faults Check(Officer state, Officer other, LocalDate today) => new Faults()
        .Unless(state.Id != other.Id, "by", "cover.self", "Nobody covers their own leave.")
        .Unless(From >= today, "from", "cover.past", "A cover cannot begin before today.")
        .Unless(
            To > From && Period.DaysBetween(From, To) <= LongestDays,
            "to", "cover.dates", "A cover ends after it begins, within 90 days.")
        .Unless(
            Chosen(state)
                .Any() && (Duties.IsDefaultOrEmpty || Duties.All(no => state.Duties.Any(duty => duty.No == no))),
            "duties", "cover.duties", "Name duties that the officer has.");
}
