using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>Finds people and firms without opening what is sealed.</summary>
/// <param name="store">Where they are.</param>
/// <param name="tags">Finds numbers again.</param>
public sealed class People(Store store, Tags tags)
{
    internal const string Use = "person";

    /// <summary>
    /// The id of the person with a document's number (<c>person/…</c>); null when nobody is registered under it.
    /// Refuses the
    /// codes of <see cref="CitizenId.Read"/>, or <c>identity.format</c>.
    /// </summary>
    public async Task<Outcome<string?>> FindAsync(IdentityScheme scheme, string number)
    {
        if (!IdentityNumber.Read(scheme, number).TryGet(out var read, out var refusal))
        {
            return refusal;
        }

        return (await store.LoadAsync<IdentityClaim>(read.TagIn(tags, Use)))
            .Then<string?>(static loaded => loaded.State.Holder);
    }

    /// <summary>A person by their id (<c>person/…</c>). Refuses <c>person.unknown</c>.</summary>
    public async Task<Outcome<Person>> PersonAsync(string id) =>
        Key(id, Person.Family) is { } key
            ? (await store.LoadAsync<Person>(key)).Then<Person>(static loaded =>
                loaded.State.IsRegistered ? loaded.State : Unknown("person"))
            : Unknown("person");

    /// <summary>A firm by its id (<c>firm/…</c>). Refuses <c>firm.unknown</c>.</summary>
    public async Task<Outcome<Firm>> FirmAsync(string id) =>
        Key(id, Firm.Family) is { } key
            ? (await store.LoadAsync<Firm>(key)).Then<Firm>(static loaded =>
                loaded.State.Name is not null ? loaded.State : Unknown("firm"))
            : Unknown("firm");

    /// <summary>The key behind an id of a family; null when the id is of another.</summary>
    internal static string? Key(string? id, string family) =>
        id is not null && id.Length > family.Length + 1 && id[family.Length] == '/'
        && id.StartsWith(family, StringComparison.Ordinal)
            ? id[(family.Length + 1)..]
            : null;

    private static Refusal Unknown(string what) =>
        RegistryRefusals.NotFound($"{what}.unknown", $"There is no such {what}.");
}
