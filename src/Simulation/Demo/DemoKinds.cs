using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Simulation;

/// <summary>A resident of the demo city (folder <c>demo/</c>); never made in a city that serves.</summary>
public sealed record DemoPerson(
    string Id, Localized Name, string? CitizenId, string? Passport, LocalDate Birth, string Phone, string Area,
    bool Login, Localized? Story);

/// <summary>A firm of the demo city.</summary>
public sealed record DemoFirm(string Id, Localized Name, string CreditCode, string Representative, string Area);

/// <summary>An officer of the demo city.</summary>
public sealed record DemoOfficer(
    string Id, Localized Name, ImmutableArray<Duty> Duties, string? Phone, bool Login, Localized? Story);

/// <summary>What people of the demo city write into a question.</summary>
/// <param name="Id">The name of the question (<c>premises</c>), or of the act and the question
/// (<c>approve-reason</c>).</param>
/// <param name="Says">What they write; one is chosen.</param>
public sealed record DemoSaying(string Id, ImmutableArray<Localized> Says);

/// <summary>What the simulation reads of a pack: <c>demo/</c>.</summary>
public static class DemoKinds
{
    /// <summary>Residents.</summary>
    public static PackKind<DemoPerson> Person { get; } = new(
        "person", "demo", fields => new DemoPerson(
            fields.Id,
            fields.Required("name", Shapes.Localized(60)),
            fields.Optional("citizen-id", Shapes.Text(18)),
            fields.Optional("passport", Shapes.Text(20)),
            fields.Required("birth", Shapes.Date),
            fields.Required("phone", Shapes.Text(30)),
            fields.Required("area", Shapes.DivisionCode),
            fields.Optional("login", Shapes.Bool, otherwise: false),
            fields.Optional("story", Shapes.Localized(300))),
        list: "people");

    /// <summary>Firms.</summary>
    public static PackKind<DemoFirm> Firm { get; } = new(
        "firm", "demo", fields => new DemoFirm(
            fields.Id,
            fields.Required("name", Shapes.Localized(120)),
            fields.Required("credit-code", Shapes.Text(18)),
            fields.Required("representative", Shapes.Ref("person")),
            fields.Required("area", Shapes.DivisionCode)),
        list: "firms");

    /// <summary>Officers.</summary>
    public static PackKind<DemoOfficer> Officer { get; } = new(
        "officer", "demo", fields => new DemoOfficer(
            fields.Id,
            fields.Required("name", Shapes.Localized(60)),
            fields.Required("duties", Shapes.List(Duty, 30)),
            fields.Optional("phone", Shapes.Text(30)),
            fields.Optional("login", Shapes.Bool, otherwise: false),
            fields.Optional("story", Shapes.Localized(300))),
        list: "officers");

    /// <summary>What is written into questions that take a text.</summary>
    public static PackKind<DemoSaying> Saying { get; } = new(
        "saying", "demo", fields => new DemoSaying(
            fields.Id,
            fields.Required("says", Shapes.List(Shapes.Localized(300), 20))),
        list: "sayings");

    private static Shape<Duty> Duty => Shapes.Map(fields => new Duty(
        fields.Required("role", Shapes.Ref("role")),
        fields.Optional("agency", Shapes.Ref("agency")),
        fields.Optional("area", Shapes.Text(60))));

    /// <summary>The reader with the demo's kinds.</summary>
    public static PackReader AddDemo(this PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.With(Person, Firm, Officer, Saying);
    }
}
