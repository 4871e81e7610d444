using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Governance;

/// <summary>
/// A case that tests a class of incidents of a pack (folder <c>tests/</c>): a report, and which standard, body and due
/// moment must come of it. What is not said under <c>expect</c> is not compared.
/// </summary>
/// <param name="Id">Its id, which reads as a sentence.</param>
/// <param name="Incident">The class.</param>
/// <param name="Area">Where it is.</param>
/// <param name="At">The local moment at which handling begins; null when no due moment is expected.</param>
/// <param name="Answers">The answers, by the field's id.</param>
/// <param name="Expect">What must come out.</param>
public sealed record IncidentTest(
    string Id,
    string Incident,
    string? Area,
    LocalDateTime? At,
    ImmutableArray<KeyValuePair<string, JsonElement>> Answers,
    IncidentExpectation Expect)
{
    private static readonly LocalDateTimePattern Written =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>The kind and its judge, to be registered with a reader.</summary>
    public static PackTester Tester { get; } = PackTester.Of(
        new PackKind<IncidentTest>("incident-test", PackFolders.Tests, Ask, list: "incident-tests"),
        IncidentJudge.Judge);

    private static readonly Shape<IncidentExpectation> Expectation = Shapes.Map(fields => new IncidentExpectation
    {
        Fields = fields.Optional("fields", Ids.About("The questions asked, in any order.")),
        Refused = fields.Optional("refused", Ids.About("The fields whose answers are refused.")),
        Standard = fields.Optional("standard", Shapes.Id.About("The filing standard that applies.")),
        Limit = fields.Optional("limit", Shapes.Limit.About("The limit of handling.")),
        Agency = fields.Optional("agency", Shapes.Ref("agency").About("The body it is dispatched to.")),
        Due = Moment(fields, "due", "The local moment by which it must be handled."),
    });

    private static Shape<ImmutableArray<string>> Ids => Shapes.List(Shapes.Id, 200, by: id => id);

    /// <summary>A local moment as a test writes it.</summary>
    internal static string Text(LocalDateTime moment) => Written.Format(moment);

    private static IncidentTest Ask(MapFields fields) => new(
        fields.Id,
        fields.Required("incident", Shapes.Ref("incident")),
        fields.Optional("area", Shapes.Ref("division", Shapes.DivisionCode)),
        Moment(fields, "at", "The local moment at which handling begins."),
        fields.Optional("answers", Shapes.Table(Shapes.Json, 200), []),
        fields.Required("expect", Expectation));

    private static LocalDateTime? Moment(MapFields fields, string key, string about)
    {
        var written = fields.Optional(key, Shapes.Text(16).About(about));
        if (written is null)
        {
            return null;
        }

        if (Written.Parse(written).TryGetValue(default, out var moment))
        {
            return moment;
        }

        fields.Fault(key, "pack.bad_time", "A moment is written 2026-02-13T16:30.");
        return null;
    }
}

/// <summary>What must come out of an <see cref="IncidentTest"/>; null is not compared.</summary>
public sealed record IncidentExpectation
{
    /// <summary>The questions asked.</summary>
    public ImmutableArray<string>? Fields { get; init; }

    /// <summary>The fields whose answers are refused; none when not said.</summary>
    public ImmutableArray<string>? Refused { get; init; }

    /// <summary>The filing standard that applies.</summary>
    public string? Standard { get; init; }

    /// <summary>The limit of handling.</summary>
    public Limit? Limit { get; init; }

    /// <summary>The body it is dispatched to.</summary>
    public string? Agency { get; init; }

    /// <summary>The local moment by which it must be handled.</summary>
    public LocalDateTime? Due { get; init; }
}
