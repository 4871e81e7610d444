using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Services;

/// <summary>
/// A case that tests an item of a pack (folder <c>tests/</c>): given answers, and what must come out of them. What is
/// not said under <c>expect</c> is not compared.
/// </summary>
/// <param name="Id">Its id, which reads as a sentence.</param>
/// <param name="Item">The item.</param>
/// <param name="On">The day of the application; also the day of acceptance that due dates are counted from.</param>
/// <param name="Area">Where the matter belongs; null when no body is expected.</param>
/// <param name="Answers">The answers, by the field's id.</param>
/// <param name="Papers">The papers handed in.</param>
/// <param name="Expect">What must come out.</param>
public sealed record ItemTest(
    string Id,
    string Item,
    LocalDate On,
    string? Area,
    ImmutableArray<KeyValuePair<string, JsonElement>> Answers,
    ImmutableArray<string> Papers,
    ItemExpectation Expect)
{
    /// <summary>The kind and its judge, to be registered with a reader.</summary>
    public static PackTester Tester { get; } = PackTester.Of(
        new PackKind<ItemTest>("item-test", PackFolders.Tests, Ask, list: "item-tests"), ItemJudge.Judge);

    private static readonly Shape<ItemExpectation> Expectation = Shapes.Map(fields => new ItemExpectation
    {
        Fields = fields.Optional("fields", Ids.About("The questions asked, in any order.")),
        Materials = fields.Optional("materials", Ids.About("The papers wanted, in any order.")),
        Missing = fields.Optional("missing", Ids.About("The required papers that were not handed in.")),
        Steps = fields.Optional("steps", Ids.About("The steps of the plan, in any order.")),
        Refused = fields.Optional("refused", Ids.About("The fields whose answers are refused.")),
        Shortest =
            fields.Optional("shortest", Shapes.Decimal(0, 4000).About("The item's shortest way in working days.")),
        Longest = fields.Optional("longest", Shapes.Decimal(0, 4000).About("The item's longest way in working days.")),
        Agency = fields.Optional("agency", Shapes.Ref("agency").About("The body that handles it in the area.")),
        Fee = fields.Optional("fee", Shapes.Text(40).About("The fee such as 200 CNY, or none.")),
        PromiseDue =
            fields.Optional("promise-due", Shapes.Date.About("The last day of the promise, if accepted on that day.")),
        LawDue =
            fields.Optional("law-due", Shapes.Date.About("The last day of the law's limit, if accepted on that day.")),
    });

    private static Shape<ImmutableArray<string>> Ids => Shapes.List(Shapes.Id, 200, by: id => id);

    private static ItemTest Ask(MapFields fields) => new(
        fields.Id,
        fields.Required("item", Shapes.Ref("item")),
        fields.Required("on", Shapes.Date),
        fields.Optional("area", Shapes.Ref("division", Shapes.DivisionCode).About("Where the matter belongs.")),
        fields.Optional("answers", Shapes.Table(Shapes.Json, 200), []),
        fields.Optional("papers", Ids.About("The papers handed in."), []),
        fields.Required("expect", Expectation));
}

/// <summary>What must come out of an <see cref="ItemTest"/>; null is not compared.</summary>
public sealed record ItemExpectation
{
    /// <summary>The questions asked.</summary>
    public ImmutableArray<string>? Fields { get; init; }

    /// <summary>The papers wanted.</summary>
    public ImmutableArray<string>? Materials { get; init; }

    /// <summary>The required papers that were not handed in: what the one notice for corrections must name.</summary>
    public ImmutableArray<string>? Missing { get; init; }

    /// <summary>The steps of the plan.</summary>
    public ImmutableArray<string>? Steps { get; init; }

    /// <summary>The fields whose answers are refused; none when not said.</summary>
    public ImmutableArray<string>? Refused { get; init; }

    /// <summary>The item's shortest way in working days.</summary>
    public decimal? Shortest { get; init; }

    /// <summary>The item's longest way in working days.</summary>
    public decimal? Longest { get; init; }

    /// <summary>The body that handles it in the test's area.</summary>
    public string? Agency { get; init; }

    /// <summary>The fee, such as <c>200 CNY</c>, or <c>none</c>.</summary>
    public string? Fee { get; init; }

    /// <summary>The last day of the promise.</summary>
    public LocalDate? PromiseDue { get; init; }

    /// <summary>The last day of the law's limit.</summary>
    public LocalDate? LawDue { get; init; }
}
