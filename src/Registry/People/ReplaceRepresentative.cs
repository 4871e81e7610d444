using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Records that somebody else represents a firm by law (Company Law art. 10): who did so until now stands for it no
/// longer, in every open session. What the firm itself granted stays, for it is the firm's; the new representative may
/// take it back.
/// </summary>
/// <param name="Representative">Who represents it now: the key of a registered person.</param>
/// <param name="RepresentativeName">Their name as the register of firms has it.</param>
/// <param name="Former">The key of the authorisation that ends.</param>
/// <param name="Authorization">A new key for the new representative's authorisation.</param>
public sealed record ReplaceRepresentative(
    string Representative, string RepresentativeName, string Former, string Authorization)
    : IDecision<ReplaceRepresentative, Firm>, IDeclaresReads<Firm>
{
    /// <inheritdoc/>
    public void Declare(Firm state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add<Person>(Representative)
            .Add<Authorization>(Former, mayWrite: true).Add<Authorization>(Authorization, mayWrite: true);
    }

    /// <summary>Refuses <c>firm.not_yours</c>, <c>firm.answers</c>, <c>firm.representative_same</c>,
    /// <c>firm.representative_changed</c>.</summary>
    public static Outcome<Decided> Decide(
        Firm state, Actor actor, Reads reads, ReplaceRepresentative request, Instant now)
    {
        var city = reads.Context<City>();
        if (state.Area is not { } area || !RegisterPerson.MayRegister(actor, city, area))
        {
            return RegistryRefusals.Forbidden(
                "firm.not_yours", "Only an officer serving this area registers its firms.");
        }

        var person = reads.Get<Person>(request.Representative);
        var faults = new Faults()
            .Unless(
                Texts.IsName(request.RepresentativeName, 60),
                "representativeName", "text.name", "A name has 1 to 60 characters.")
            .Unless(person.IsRegistered, "representative", "person.unknown", "There is no such person.");
        if (faults.Count > 0)
        {
            return RegistryRefusals.Invalid("firm.answers", "The firm cannot be registered as given.", faults);
        }

        if (person.Id == state.Representative)
        {
            return RegistryRefusals.Conflict("firm.representative_same", "This person represents the firm already.");
        }

        var former = reads.Get<Authorization>(request.Former);
        return former.Principal == state.Id && former.Basis == AuthorizationBasis.LegalRepresentative
            && former.RevokedAt is null
                ? request.Becomes(state, person, city.DayAt(now), actor)
                : RegistryRefusals.Conflict(
                    "firm.representative_changed", "The representative of this firm was changed meanwhile.");
    }

    private Decided Becomes(Firm state, Person person, LocalDate today, Actor actor) => Decided
        .With(new FirmRepresented(
            person.Id, Sealed.Of(person.Id, Person.Purpose, RepresentativeName.Trim())))
        .Also<Authorization>(Former, new AuthorizationRevoked(actor.Id))
        .Also<Authorization>(Authorization, new AuthorizationGranted(
            state.Id, person.Id, AuthorizationBasis.LegalRepresentative, Items: [], Procedures: [], today, To: null,
            actor.Id, Evidence: null));
}
