using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Says what somebody may do at this moment, from the present state: duties in force today with leave cover, and the
/// authorisation they chose. Nothing is remembered between requests, so what was revoked refuses at once.
/// </summary>
/// <param name="store">The present state.</param>
/// <param name="city">Areas and the calendar day.</param>
/// <param name="clock">The clock of the house.</param>
public sealed class Actors(Store store, City city, TimeProvider clock)
{
    /// <summary>Whoever an id stands for: a person or an officer.</summary>
    /// <param name="holder"><c>person/…</c> or <c>officer/…</c>.</param>
    /// <param name="authorization">The authorisation a person chose to act under, its key; null for themselves.</param>
    /// <returns>The actor, or <c>actor.unknown</c>, <c>authorization.not_yours</c>,
    /// <c>authorization.ended</c>.</returns>
    public async ValueTask<Outcome<Actor>> OfAsync(string holder, string? authorization = null) =>
        People.Key(holder, Officer.Family) is { } officer ? await OfficerAsync(officer)
        : People.Key(holder, Person.Family) is { } person ? await PersonAsync(person, authorization)
        : Unknown();

    private async ValueTask<Outcome<Actor>> PersonAsync(string key, string? authorization)
    {
        if (!(await store.LoadAsync<Person>(key)).TryGet(out var loaded, out var refusal))
        {
            return refusal;
        }

        if (!loaded.State.IsRegistered)
        {
            return Unknown();
        }

        var actor = new Actor(loaded.State.Id, ActorKind.Resident, []);
        return authorization is null ? actor : await StandingAsync(actor, authorization);
    }

    private async ValueTask<Outcome<Actor>> StandingAsync(Actor actor, string key)
    {
        if (!(await store.LoadAsync<Authorization>(key)).TryGet(out var loaded, out var refusal))
        {
            return refusal.Code == "store.key" ? NotTheirs() : refusal;
        }

        var given = loaded.State;
        if (given.Agent != actor.Id)
        {
            return NotTheirs();
        }

        return given.HoldsOn(city.DayAt(clock.Now()))
            ? given.Lend(actor)
            : RegistryRefusals.Forbidden(
                "authorization.ended", "This authorisation was revoked or is not in force today.");
    }

    private async ValueTask<Outcome<Actor>> OfficerAsync(string key)
    {
        if (!(await store.LoadAsync<Officer>(key)).TryGet(out var loaded, out var refusal))
        {
            return refusal;
        }

        var officer = loaded.State;
        if (officer.Name is null)
        {
            return Unknown();
        }

        var today = city.DayAt(clock.Now());
        var own = officer.Duties.Where(duty => duty.HoldsOn(today)).ToArray();
        if (own.FirstOrDefault(duty => AdministratorKinds.Of(duty.Role) is not null) is { } seat)
        {
            return new Actor(officer.Id, ActorKind.Administrator, [new Duty(seat.Role)]);
        }

        var covered = await CoveredAsync(officer, today);
        return covered.Then<Actor>(others => new Actor(officer.Id, ActorKind.Officer,
        [
            .. own.Concat(others).SelectMany(duty => DutyReach.Of(city, duty.Role, duty.Agency, duty.Area)).Distinct(),
        ]));
    }

    // Read from the absent officer each time: what they lost meanwhile, the cover has lost too.
    private async ValueTask<Outcome<ImmutableArray<DutyTerm>>> CoveredAsync(Officer officer, LocalDate today)
    {
        var duties = ImmutableArray.CreateBuilder<DutyTerm>();
        foreach (var task in officer.Covers.Where(task => task.To > today))
        {
            var key = People.Key(task.Absent, Officer.Family)!;
            if (!(await store.LoadAsync<Officer>(key)).TryGet(out var loaded, out var refusal))
            {
                return refusal;
            }

            var cover = loaded.State.Leaves.FirstOrDefault(leave => leave.No == task.No && leave.By == officer.Id);
            if (cover?.HoldsOn(today) == true)
            {
                duties.AddRange(loaded.State.Duties.Where(duty => duty.HoldsOn(today) && cover.Duties.Contains(duty.No)
                    && AdministratorKinds.Of(duty.Role) is null));
            }
        }

        return duties.ToImmutable();
    }

    private static Refusal Unknown() =>
        new(RefusalKind.Unauthenticated, "actor.unknown", "Nobody in the registry stands behind this login.");

    private static Refusal NotTheirs() =>
        RegistryRefusals.Forbidden("authorization.not_yours", "There is no such authorisation for you.");
}
