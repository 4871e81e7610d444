using Heluo.Kernel;

namespace Heluo.Registry.Http;

/// <summary>What the registry knows of a resident, opened; an erased value is null.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Scheme">The sort of document.</param>
/// <param name="Number">Its number.</param>
/// <param name="Phone">Their telephone.</param>
/// <param name="Area">The division they live in.</param>
/// <param name="Level">How surely they are known.</param>
internal sealed record PersonDetails(
    string Id, string? Name, IdentityScheme Scheme, string? Number, string? Phone, string? Area, PersonLevel Level)
{
    /// <summary>Opens a person's own fields, having written down who looks.</summary>
    public static async Task<Outcome<PersonDetails>> OpenAsync(
        Person person, Actor actor, string purpose, string? caseNumber, PersonalData data, CancellationToken ct)
    {
        List<PersonalField> fields = [new("name", person.Name!), new("number", person.Number!)];
        if (person.Phone is { } phone)
        {
            fields.Add(new("phone", phone));
        }

        var opened = await data.OpenAsync(actor, purpose, caseNumber, fields, ct);
        return opened.Then<PersonDetails>(values => new PersonDetails(
            person.Id,
            values.Text(0),
            person.Scheme,
            values.Text(1),
            person.Phone is null ? null : values.Text(2),
            person.Area,
            person.Level));
    }
}

/// <summary>What anybody who may know of a resident at all is shown: masks.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">The mask of their name.</param>
/// <param name="Number">The mask of their document's number.</param>
/// <param name="Phone">The mask of their telephone; null when they gave none.</param>
/// <param name="Area">The division they live in.</param>
/// <param name="Level">How surely they are known.</param>
internal sealed record MaskedPerson(
    string Id, string Name, string Number, string? Phone, string? Area, PersonLevel Level)
{
    public static MaskedPerson Of(Person person, PersonalData data) => new(
        person.Id,
        data.Masked(MaskKind.Name, person.Name),
        data.Masked(MaskKind.Number, person.Number),
        person.Phone is null ? null : data.Masked(MaskKind.Phone, person.Phone),
        person.Area,
        person.Level);
}
