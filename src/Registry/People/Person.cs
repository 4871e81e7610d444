using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>How surely a natural person is known.</summary>
public enum PersonLevel
{
    /// <summary>They said so themselves.</summary>
    Declared,

    /// <summary>An officer saw the document, or a sign-in provider vouches.</summary>
    Verified,
}

/// <summary>A natural person as the registry knows them. Everything that tells who they are is sealed.</summary>
/// <param name="Id">The id by which everything else names them: <c>person/…</c>.</param>
/// <param name="Name">Their name.</param>
/// <param name="Scheme">The sort of document.</param>
/// <param name="Number">Its number.</param>
/// <param name="Phone">Their telephone; null when they gave none.</param>
/// <param name="Area">The division they live in.</param>
/// <param name="Level">How surely they are known.</param>
public sealed record Person(
    string Id, Sealed? Name, IdentityScheme Scheme, Sealed? Number, Sealed? Phone, string? Area, PersonLevel Level)
    : IState<Person>
{
    /// <summary>What these personal values are kept for.</summary>
    public const string Purpose = "registration";

    /// <summary>The article that allows a person to be registered: the duties of a state organ (PIPL art.
    /// 34).</summary>
    public const string Basis = "personal-information-law/34";

    /// <summary>How long a registration is kept.</summary>
    public const string Retention = "10y";

    /// <inheritdoc/>
    public static string Family => "person";

    /// <summary>Whether there is such a person.</summary>
    internal bool IsRegistered => Name is not null;

    string? IState<Person>.Shelf => null;

    /// <inheritdoc/>
    public static Person Start(string key) =>
        new($"person/{key}", null, IdentityScheme.CitizenId, null, null, null, PersonLevel.Declared);

    /// <inheritdoc/>
    public Person Apply(IFact fact, Stamp stamp) => fact switch
    {
        PersonRegistered one => this with
        {
            Name = one.Name,
            Scheme = one.Scheme,
            Number = one.Number,
            Phone = one.Phone,
            Area = one.Area,
            Level = one.Level,
        },
        _ => this,
    };
}

/// <summary>A natural person was registered.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Scheme">The sort of document.</param>
/// <param name="Number">Its number.</param>
/// <param name="Phone">Their telephone.</param>
/// <param name="Area">The division they live in.</param>
/// <param name="Level">How surely they are known.</param>
public sealed record PersonRegistered(
    [property: Personal(Person.Purpose, Person.Basis, Person.Retention)] Sealed Name,
    IdentityScheme Scheme,
    [property: Personal(Person.Purpose, Person.Basis, Person.Retention)] Sealed Number,
    [property: Personal(Person.Purpose, Person.Basis, Person.Retention)] Sealed? Phone,
    string Area,
    PersonLevel Level) : IFact;
