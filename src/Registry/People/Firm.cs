using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>
/// A firm or another organisation. Its key is its credit code, which is public; who represents it is personal and
/// sealed.
/// </summary>
/// <param name="Id">The id by which everything else names it: <c>firm/CREDIT-CODE</c>.</param>
/// <param name="Name">Its public name; null when there is no such firm.</param>
/// <param name="Area">The division it is registered in.</param>
/// <param name="Representative">The person who represents it by law: <c>person/…</c>.</param>
/// <param name="RepresentativeName">Their name as the register of firms has it.</param>
public sealed record Firm(string Id, string? Name, string? Area, string? Representative, Sealed? RepresentativeName)
    : IState<Firm>
{
    /// <inheritdoc/>
    public static string Family => "firm";

    string? IState<Firm>.Shelf => null;

    /// <inheritdoc/>
    public static Firm Start(string key) => new($"firm/{key}", null, null, null, null);

    /// <inheritdoc/>
    public Firm Apply(IFact fact, Stamp stamp) => fact switch
    {
        FirmRegistered one => this with
        {
            Name = one.Name,
            Area = one.Area,
            Representative = one.Representative,
            RepresentativeName = one.RepresentativeName,
        },
        FirmRepresented one => this with
        {
            Representative = one.Representative,
            RepresentativeName = one.RepresentativeName,
        },
        _ => this,
    };
}

/// <summary>A firm was registered.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="Area">The division it is registered in.</param>
/// <param name="Representative">The person who represents it by law.</param>
/// <param name="RepresentativeName">Their name, sealed under the person.</param>
public sealed record FirmRegistered(
    string Name,
    string Area,
    string Representative,
    [property: Personal(Person.Purpose, Person.Basis, Person.Retention)] Sealed RepresentativeName) : IFact;

/// <summary>Somebody else represents a firm from now on.</summary>
/// <param name="Representative">Who.</param>
/// <param name="RepresentativeName">Their name, sealed under the person.</param>
public sealed record FirmRepresented(
    string Representative,
    [property: Personal(Person.Purpose, Person.Basis, Person.Retention)] Sealed RepresentativeName) : IFact;
