namespace Heluo.Registry;

/// <summary>How somebody is called on a page where nobody has said why they look: officers by their name at work,
/// persons by
/// a mask, firms in full.</summary>
/// <param name="roll">The officers.</param>
/// <param name="people">Persons and firms.</param>
/// <param name="data">Masks what is sealed.</param>
public sealed class Naming(OfficerRoll roll, People people, PersonalData data)
{
    /// <summary>The name behind an id (<c>officer/…</c>, <c>person/…</c>, <c>firm/…</c>); null when it stands for
    /// nobody.</summary>
    public async ValueTask<string?> OfAsync(string id)
    {
        if (People.Key(id, Officer.Family) is not null)
        {
            return roll.NameOf(id);
        }

        if (People.Key(id, Firm.Family) is not null)
        {
            return (await people.FirmAsync(id)).TryGet(out var firm, out _) ? firm.Name : null;
        }

        return People.Key(id, Person.Family) is not null && (await people.PersonAsync(id)).TryGet(out var person, out _)
            ? data.Masked(MaskKind.Name, person.Name)
            : null;
    }
}
