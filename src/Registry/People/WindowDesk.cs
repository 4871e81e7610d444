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
    /// <summary>
    /// The person with a document's number; null when nobody is registered under it. Somebody outside the area the
    /// officer
    /// serves is not shown either. Refuses the codes of <see cref="CitizenId.Read"/>, or <c>identity.format</c>.
    /// </summary>
    public async Task<Outcome<PersonPresent?>> FindAsync(IdentityScheme scheme, string number, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await people.FindAsync(scheme, number)).TryGet(out var id, out var refusal))
        {
            return refusal;
        }

        return id is not null && (await people.PersonAsync(id)).TryGet(out var person, out _)
            && RegisterPerson.MayRegister(actor, city, person.Area ?? "")
                ? Present(person)
                : default(PersonPresent);
    }

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
