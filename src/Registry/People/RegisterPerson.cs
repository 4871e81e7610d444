using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Registers a natural person: by the officer who has their document in hand, or by the house on a sign-in provider's
/// word.
/// One number is one person. The stream's key is a new id.
/// </summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Scheme">The sort of document.</param>
/// <param name="Number">Its number.</param>
/// <param name="NumberTag">The number's tag among residents; <see cref="Of"/> makes it.</param>
/// <param name="Phone">5 to 20 digits, spaces and hyphens, perhaps a plus in front; null when none is given.</param>
/// <param name="Area">The division they live in; one the city has.</param>
/// <param name="Level">How surely they are known.</param>
public sealed record RegisterPerson(
    string Name, IdentityScheme Scheme, string Number, string NumberTag, string? Phone, string Area, PersonLevel Level)
    : IDecision<RegisterPerson, Person>, IDeclaresReads<Person>
{
    private const int LongestName = 60;

    /// <summary>The request with the number's tag. Refuses what <see cref="CitizenId.Read"/> refuses, or
    /// <c>identity.format</c>.</summary>
    public static Outcome<RegisterPerson> Of(
        Tags tags, string name, IdentityScheme scheme, string number, string? phone, string area, PersonLevel level) =>
        IdentityNumber.Read(scheme, number).TryGet(out var read, out var refusal)
            ? new RegisterPerson(name.Trim(), scheme, read.Text, read.TagIn(tags, People.Use), phone, area, level)
            : refusal with { Faults = [new Fault("number", refusal.Code, refusal.Sentence)] };

    /// <inheritdoc/>
    public void Declare(Person state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add<IdentityClaim>(NumberTag, mayWrite: true);
    }

    /// <summary>Refuses <c>person.not_yours</c>, <c>person.exists</c>, <c>person.number_taken</c>,
    /// <c>person.answers</c>.</summary>
    public static Outcome<Decided> Decide(Person state, Actor actor, Reads reads, RegisterPerson request, Instant now)
    {
        if (!MayRegister(actor, reads.Context<City>(), request.Area))
        {
            return RegistryRefusals.Forbidden(
                "person.not_yours", "Only an officer serving this area registers its people.");
        }

        if (state.IsRegistered)
        {
            return RegistryRefusals.Conflict("person.exists", "There is a person under this id already.");
        }

        if (reads.Get<IdentityClaim>(request.NumberTag).Holder is { } holder)
        {
            return RegistryRefusals.Conflict(
                "person.number_taken", "This number belongs to a person already registered.")
                .With("person", holder);
        }

        return request.Check(reads.Context<City>()) is { Count: > 0 } faults
            ? RegistryRefusals.Invalid("person.answers", "The person cannot be registered as given.", faults)
            : Decided.With(request.Becomes(state.Id))
                .Also<IdentityClaim>(request.NumberTag, new IdentityClaimed(state.Id))
                .Reply(state.Id);
    }

    /// <summary>The house, or an officer of the service side whose duty reaches the area.</summary>
    internal static bool MayRegister(Actor actor, City city, string area) =>
        actor.Kind == ActorKind.House
        || (actor.Kind == ActorKind.Officer && actor.Duties.Any(duty =>
            city.FindRole(duty.Role)?.Kind == RoleKind.Service && duty.Reaches(duty.Agency, area)));

    private PersonRegistered Becomes(string id) => new(
        Sealed.Of(id, Person.Purpose, Name),
        Scheme,
        Sealed.Of(id, Person.Purpose, Number),
        string.IsNullOrWhiteSpace(Phone) ? null : Sealed.Of(id, Person.Purpose, Phone.Trim()),
        Area,
        Level);

    private Faults Check(City city) => new Faults()
        .Unless(Texts.IsName(Name, LongestName), "name", "text.name", "A name has 1 to 60 printable characters.")
        .Unless(
            IdentityNumber.Read(Scheme, Number) is { IsRefused: false, Value: var read } && read.Text == Number,
            "number", "identity.format", "The number of the document has not the form it should have.")
        .Unless(
            string.IsNullOrWhiteSpace(Phone) || Texts.IsPhone(Phone.Trim()),
            "phone", "text.phone", "A telephone has 5 to 20 digits, spaces and hyphens, perhaps a plus in front.")
        .Unless(city.Find(Area) is not null, "area", "area.unknown", "The city has no such division.");
}
