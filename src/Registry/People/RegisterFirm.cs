using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Registers a firm under its credit code and records that its legal representative may act for it in everything.
/// </summary>
/// <param name="Name">Its public name, 1 to 120 characters.</param>
/// <param name="Area">The division it is registered in; one the city has.</param>
/// <param name="Representative">The person who represents it, without the family: the key of a registered
/// person.</param>
/// <param name="RepresentativeName">Their name as the register of firms has it.</param>
/// <param name="Authorization">A new key for the representative's authorisation.</param>
public sealed record RegisterFirm(
    string Name, string Area, string Representative, string RepresentativeName, string Authorization)
    : IDecision<RegisterFirm, Firm>, IDeclaresReads<Firm>
{
    /// <inheritdoc/>
    public void Declare(Firm state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add<Person>(Representative).Add<Authorization>(Authorization, mayWrite: true);
    }

    /// <summary>
    /// Refuses <c>firm.not_yours</c>, <c>firm.exists</c>, <c>firm.answers</c> (with the codes of
    /// <see cref="CreditCode.Read"/>
    /// among its faults).
    /// </summary>
    public static Outcome<Decided> Decide(Firm state, Actor actor, Reads reads, RegisterFirm request, Instant now)
    {
        var city = reads.Context<City>();
        if (!RegisterPerson.MayRegister(actor, city, request.Area))
        {
            return RegistryRefusals.Forbidden(
                "firm.not_yours", "Only an officer serving this area registers its firms.");
        }

        if (state.Name is not null)
        {
            return RegistryRefusals.Conflict("firm.exists", "A firm with this credit code is registered already.");
        }

        var person = reads.Get<Person>(request.Representative);
        return request.Check(state, city, person) is { Count: > 0 } faults
            ? RegistryRefusals.Invalid("firm.answers", "The firm cannot be registered as given.", faults)
            : request.Becomes(state, person, city.DayAt(now), actor);
    }

    private Decided Becomes(Firm state, Person person, LocalDate today, Actor actor) => Decided
        .With(new FirmRegistered(
            Name.Trim(), Area, person.Id, Sealed.Of(person.Id, Person.Purpose, RepresentativeName.Trim())))
        .Also<Authorization>(Authorization, new AuthorizationGranted(
            state.Id,
            person.Id,
            AuthorizationBasis.LegalRepresentative,
            Items: [],
            Procedures: [],
            today,
            To: null,
            actor.Id,
            Evidence: null))
        .Reply(state.Id);

    private Faults Check(Firm state, City city, Person person)
    {
        var code = CreditCode.Read(state.Id.AsSpan("firm/".Length));
        return new Faults()
            .Unless(
                !code.IsRefused && $"firm/{code.Value}" == state.Id,
                "creditCode",
                code.Refusal?.Code ?? "credit_code.format",
                code.Refusal?.Sentence ?? "Letters are large.")
            .Unless(Texts.IsName(Name, 120), "name", "text.name", "A firm's name has 1 to 120 printable characters.")
            .Unless(
                Texts.IsName(RepresentativeName, 60),
                "representativeName", "text.name", "A name has 1 to 60 characters.")
            .Unless(person.IsRegistered, "representative", "person.unknown", "There is no such person.")
            .Unless(city.Find(Area) is not null, "area", "area.unknown", "The city has no such division.");
    }
}
