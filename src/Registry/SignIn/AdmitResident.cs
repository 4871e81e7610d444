using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>What a sign-in provider vouches for about a natural person.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Scheme">The sort of document.</param>
/// <param name="Number">Its number.</param>
/// <param name="Phone">Their telephone; null when it is not told.</param>
/// <param name="Area">The division they live in; null puts them in the city as a whole.</param>
public sealed record VouchedPerson(string Name, IdentityScheme Scheme, string Number, string? Phone, string? Area);

/// <summary>
/// Lets in a resident whom the configured provider vouches for: finds them by their document's number or registers
/// them,
/// and links the login. Whoever was registered at a window before is the same person.
/// </summary>
/// <param name="desk">Where it is written down.</param>
/// <param name="people">Finds people.</param>
/// <param name="signIn">Links the login.</param>
/// <param name="tags">Tags the number.</param>
/// <param name="city">The whole city, where no division is told.</param>
/// <param name="ids">Gives ids.</param>
public sealed class AdmitResident(Desk desk, People people, SignInDesk signIn, Tags tags, City city, Ids ids)
{
    /// <summary>
    /// Admits a resident. Refuses what <see cref="RegisterPerson"/> and <see cref="LinkAccount"/> refuse.
    /// </summary>
    /// <returns>The person's id.</returns>
    public async Task<Outcome<string>> AdmitAsync(
        string issuer, string subject, VouchedPerson vouched, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(vouched);
        if (!(await FindOrRegisterAsync(vouched, ct)).TryGet(out var person, out var refusal))
        {
            return refusal;
        }

        var linked = await signIn.LinkAsync(issuer, subject, person, Actor.House, ids.Next(), ct);
        return linked.Then<string>(_ => person);
    }

    private async Task<Outcome<string>> FindOrRegisterAsync(VouchedPerson vouched, CancellationToken ct)
    {
        if (!(await people.FindAsync(vouched.Scheme, vouched.Number)).TryGet(out var known, out var refusal))
        {
            return refusal;
        }

        if (known is not null)
        {
            return known;
        }

        var request = RegisterPerson.Of(
            tags,
            vouched.Name,
            vouched.Scheme,
            vouched.Number,
            vouched.Phone,
            vouched.Area ?? city.Root,
            PersonLevel.Verified);
        if (!request.TryGet(out var given, out refusal))
        {
            return refusal;
        }

        var made = await desk.RunAsync<RegisterPerson, Person>(ids.Next(), given, Actor.House, ids.Next(), ct);

        // Two first sign-ins at once: whoever came second takes the person whom the first has made.
        return made.Refusal is { Code: "person.number_taken" } taken
            ? taken.Values["person"]
            : made.Then<string>(static done => done.State.Id);
    }
}
