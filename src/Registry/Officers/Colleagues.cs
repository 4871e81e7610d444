using System.Collections.Immutable;
using Heluo.Kernel;

namespace Heluo.Registry;

/// <summary>An officer who could take something over.</summary>
/// <param name="Id">Their id, <c>officer/…</c>.</param>
/// <param name="Name">Their name at work.</param>
public sealed record Colleague(string Id, string Name);

/// <summary>Finds who else holds a duty today, to hand work on or to cover a leave.</summary>
/// <param name="roll">The officers.</param>
/// <param name="city">Places and the calendar day.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class Colleagues(OfficerRoll roll, City city, TimeProvider clock)
{
    /// <summary>Most officers looked through and named.</summary>
    public const int Most = 500;

    /// <summary>An officer by their id; null when there is none.</summary>
    public Officer? Find(string id) => roll.Find(id);

    /// <summary>Officers who today hold a role that reaches an agency and a place, by name.</summary>
    /// <param name="role">The role.</param>
    /// <param name="agency">The body.</param>
    /// <param name="area">The division.</param>
    public ImmutableArray<Colleague> With(string role, string agency, string area)
    {
        var today = city.DayAt(clock.Now());
        return
        [
            .. roll.Page(after: null, Most, agency)
                .Where(officer => officer.Duties.Any(duty => duty.Role == role && duty.HoldsOn(today)
                    && DutyReach.Of(city, duty.Role, duty.Agency, duty.Area).Any(one => one.Reaches(agency, area))))
                .Select(officer => new Colleague(officer.Id, officer.Name ?? officer.Id))
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
    }
}
