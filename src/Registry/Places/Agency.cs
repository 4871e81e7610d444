using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Registry;

/// <summary>What bodies are for, e.g. market regulation. Items and procedures name a function, never a body.</summary>
/// <param name="Id">Its id, kebab-case.</param>
/// <param name="Name">Its name in every language of the pack.</param>
public sealed record AgencyFunction(string Id, Localized Name)
{
    internal static PackKind<AgencyFunction> PackKind { get; } = new PackKind<AgencyFunction>(
        "function",
        "agencies",
        fields => new AgencyFunction(fields.Id, fields.Required("name", Shapes.Localized(80))),
        list: "functions");
}

/// <summary>A body of the city.</summary>
/// <param name="Id">Its id, kebab-case.</param>
/// <param name="Function">What it is for.</param>
/// <param name="Area">The division or management area it serves.</param>
/// <param name="Level">The level at which it exercises power: <c>province</c>, <c>city</c>, <c>county</c>,
/// <c>township</c>, <c>village</c>.</param>
/// <param name="Name">Its name in every language of the pack.</param>
/// <param name="CreditCode">Its unified social credit code (GB 32100); null when the pack gives none.</param>
/// <param name="Phones">Its telephones; null when the pack gives none.</param>
/// <param name="Address">Where it sits; null when the pack does not say.</param>
public sealed record Agency(
    string Id,
    string Function,
    string Area,
    string Level,
    Localized Name,
    CreditCode? CreditCode,
    AgencyPhones? Phones,
    Localized? Address)
{
    internal static PackKind<Agency> PackKind { get; } = new PackKind<Agency>("agency", "agencies", Ask)
        .Checked(static (checking, agency) => PlaceChecks.Agency(checking, agency));

    private static Agency Ask(MapFields fields) => new(
        fields.Id,
        fields.Required("function", Shapes.Ref("function")),
        fields.Required("area", Shapes.Text(60, "^([a-z][a-z0-9-]*|[0-9]{2,12})$", "a division code or an area's id")),
        fields.Required("level", Shapes.Word("province", "city", "county", "township", "village")),
        fields.Required("name", Shapes.Localized(120)),
        fields.Optional("credit-code", Shapes.Text(18).As(static text => Kernel.CreditCode.Read(text))),
        fields.Optional("phones", Shapes.Map(static phones => new AgencyPhones(
            phones.Required("consult", Shapes.Text(30)), phones.Required("complain", Shapes.Text(30))))),
        fields.Optional("address", Shapes.Localized(200)));
}

/// <summary>The telephones of a body; the two are never the same line.</summary>
/// <param name="Consult">For questions.</param>
/// <param name="Complain">For complaints.</param>
public sealed record AgencyPhones(string Consult, string Complain);
