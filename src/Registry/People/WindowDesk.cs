using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>Somebody who stands at a window, as the officer there sees them.</summary>
/// <param name="Id">Their id, <c>person/…</c>.</param>
/// <param name="Name">Their name, masked.</param>
/// <param name="Number">The number of their document, masked.</param>
public sealed record PersonPresent(string Id, string Name, string Number);

/// <summary>Finds or registers the person who stands at a window with their document in hand.</summary>
/// <param name="desk">Where they are registered.</param>
/// <param name="tags">Finds numbers again.</param>
/// <param name="people">Finds persons.</param>
/// <param name="data">Masks what is sealed.</param>
/// <param name="city">The area an officer serves.</param>
public sealed class WindowDesk(Desk desk, Tags tags, People people, PersonalData data, City city)
{
    /// <summary>Why it is written down that an officer found somebody who lives outside the area they serve.</summary>
    public const string Purpose = "window-intake";

    /// <summary>
    /// The person with a document's whole number; null when nobody is registered under it. People go to any window of
    /// the
    /// city, so an officer of the service side finds those of other districts too: that is written down first, and they
    /// see it. To anybody else nobody is shown. Refuses the codes of <see cref="CitizenId.Read"/>,
    /// <c>identity.format</c>, and what <see cref="PersonalData"/> refuses.
    /// </summary>
    public async Task<Outcome<PersonPresent?>> FindAsync(
        IdentityScheme scheme, string number, Actor actor, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await people.FindAsync(scheme, number)).TryGet(out var id, out var refusal))
        {
            return refusal;
        }

        if (id is null || !Serves(actor) || !(await people.PersonAsync(id)).TryGet(out var person, out _))
        {
            return default(PersonPresent);
        }

        if (!RegisterPerson.MayRegister(actor, city, person.Area ?? "")
            && person is { Name: { } name, Number: { } held })
        {
            PersonalField[] seen = [new("name", name), new("number", held)];
            if ((await data.OpenAsync(actor, Purpose, caseNumber: null, seen, ct)).Refusal is { } unlogged)
            {
                return unlogged;
            }
        }

        return Present(person);
    }

    private bool Serves(Actor actor) => actor.Kind == ActorKind.House
        || (actor.Kind == ActorKind.Officer
            && actor.Duties.Any(duty => city.FindRole(duty.Role)?.Kind == RoleKind.Service));

    /// <summary>Registers them. Refuses as <see cref="RegisterPerson.Decide"/> does.</summary>
    public async Task<Outcome<PersonPresent>> RegisterAsync(
        string name, IdentityScheme scheme, string number, string? phone, string area, Actor actor, string command,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return RegisterPerson.Of(tags, name, scheme, number, phone, area, PersonLevel.Verified)
            .TryGet(out var request, out var refusal)
            ? (await desk.RunAsync<RegisterPerson,
                Person>(Secrets.IdOf(actor.Id, command), request, actor, command, ct))
                .Then<PersonPresent>(done => Present(done.State))
            : refusal;
    }

    private PersonPresent Present(Person person) => new(
        person.Id, data.Masked(MaskKind.Name, person.Name), data.Masked(MaskKind.Number, person.Number));
}
