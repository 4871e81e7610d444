using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Simulation;

/// <summary>Fills an empty city with its people, firms, officers and their logins, through the doors of the
/// registry.</summary>
internal sealed class Peopling(Town town)
{
    private int commands;

    /// <summary>Demo id → registered id, e.g. <c>zhang-wei</c> → <c>person/zhang-wei</c>.</summary>
    public Dictionary<string, string> People { get; } = new(StringComparer.Ordinal);

    public async Task<Refusal?> RunAsync(CancellationToken ct) =>
        await OfficersAsync(ct) ?? await ResidentsAsync(ct) ?? await FirmsAsync(ct);

    private string Command => $"seed-{++commands}";

    private string Name(Localized name) => name.In(town.Packs.Languages[0]);

    private async Task<Refusal?> OfficersAsync(CancellationToken ct)
    {
        var officers = town.Packs.Get(DemoKinds.Officer).All;
        var roles = AdministratorKinds.All.ToDictionary(kind => kind, kind => kind.Role());
        var administrators = AdministratorKinds.All.ToDictionary(
            kind => kind, kind => officers.FirstOrDefault(one => one.Duties.Any(duty => duty.Role == roles[kind])));
        if (administrators[AdministratorKind.System] is not { } system
            || administrators[AdministratorKind.Security] is not { } security)
        {
            return new Refusal(RefusalKind.Invalid, "demo.no_administrator", "The demo names no administrators.");
        }

        if ((await town.First.WithLoginAsync(system.Id, Name(system.Name), Town.Issuer, system.Id, Tag(system.Id), ct))
            .Refusal is { } first)
        {
            return first;
        }

        var root = (await town.Actors.OfAsync($"officer/{system.Id}")).Value;
        foreach (var officer in officers.Where(one => one != system))
        {
            var appointed = await town.Desk.RunAsync<AppointOfficer, Officer>(
                officer.Id, new(Name(officer.Name), StaffNumber: null, Tag(officer.Id)), root, Command, ct);
            if (appointed.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        var today = town.City.DayAt(town.Clock.Now());
        foreach (var officer in officers.Where(one => one != system).OrderByDescending(one => one == security))
        {
            var granter = officer == security ? root : (await town.Actors.OfAsync($"officer/{security.Id}")).Value;
            foreach (var duty in officer.Duties)
            {
                var granted = await town.Desk.RunAsync<GrantDuty, Officer>(
                    officer.Id, new(duty.Role, duty.Agency, duty.Area, today), granter, Command, ct);
                if (granted.Refusal is { } refusal)
                {
                    return refusal with { Sentence = $"{officer.Id} {duty}: {refusal.Sentence}" };
                }
            }

            if (officer.Login
                && (await town.SignIn.LinkAsync(Town.Issuer, officer.Id, $"officer/{officer.Id}", root, Command, ct))
                    .Refusal is { } unlinked)
            {
                return unlinked;
            }
        }

        return null;
    }

    // Who an officer is as a natural person matters only in that no two are the same.
    private string Tag(string officer)
    {
        var place = town.Packs.Get(DemoKinds.Officer).All.TakeWhile(one => one.Id != officer).Count();
        return AppointOfficer.TagOf(town.Tags, IdentityScheme.Other, FormattableString.Invariant($"demo-{place:D4}"))
            .Value;
    }

    private async Task<Refusal?> ResidentsAsync(CancellationToken ct)
    {
        foreach (var person in town.Packs.Get(DemoKinds.Person).All)
        {
            if (!RegisterPerson.Of(
                    town.Tags, Name(person.Name),
                    person.CitizenId is null ? IdentityScheme.Passport : IdentityScheme.CitizenId,
                    person.CitizenId ?? person.Passport ?? "", person.Phone, person.Area, PersonLevel.Verified)
                .TryGet(out var request, out var refusal))
            {
                return refusal with { Sentence = $"{person.Id}: {refusal.Sentence}" };
            }

            var registered = await town.Desk.RunAsync<RegisterPerson,
                Person>(person.Id, request, Actor.House, Command, ct);
            if (registered.Refusal is { } wrong)
            {
                return wrong with { Sentence = $"{person.Id}: {wrong.Sentence}" };
            }

            People[person.Id] = registered.Value.State.Id;
            if (person.Login
                && (await town.SignIn.LinkAsync(Town.Issuer, person.Id, People[person.Id], Actor.House, Command, ct))
                    .Refusal is { } unlinked)
            {
                return unlinked;
            }
        }

        return null;
    }

    private async Task<Refusal?> FirmsAsync(CancellationToken ct)
    {
        foreach (var firm in town.Packs.Get(DemoKinds.Firm).All)
        {
            var representative = town.Packs.Get(DemoKinds.Person).Find(firm.Representative)!;
            var registered = await town.Desk.RunAsync<RegisterFirm, Firm>(
                firm.CreditCode,
                new(Name(firm.Name), firm.Area, representative.Id, Name(representative.Name), $"firm-{firm.Id}"),
                Actor.House,
                Command,
                ct);
            if (registered.Refusal is { } refusal)
            {
                return refusal with { Sentence = $"{firm.Id}: {refusal.Sentence}" };
            }
        }

        return null;
    }
}
