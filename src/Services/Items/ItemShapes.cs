using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>How a pack writes the parts of an item.</summary>
internal static class ItemShapes
{
    private const string PhonePattern = "^[0-9]{3,4}-[0-9]{7,8}$";

    public static Shape<Material> Material { get; } = Shapes.Map(fields =>
    {
        var need = fields.Required("need", Shapes.Enum<MaterialNeed>());
        return new Material
        {
            Rule = new PaperRule(
                fields.Required("material", Shapes.Id),
                fields.Required("name", Shapes.Localized(200)),
                fields.Optional("when", Shapes.Cel()),
                need == MaterialNeed.Required,
                fields.Required("accepts", Shapes.List(Shapes.Word("pdf", "jpg", "png"), 5, min: 1, by: kind => kind))),
            Need = need,
            Forms = fields.Required(
                "form", Shapes.List(Shapes.Word("original", "copy", "electronic"), 3, min: 1, by: form => form)),
            Copies = fields.Optional("copies", Shapes.Int(0, 20), otherwise: 1),
            Source = fields.Required("source", Shapes.Enum<MaterialSource>()),
            Trust = fields.Required("trust", Shapes.Word("A", "B", "C", "D")),
            Template = fields.Optional("template", Shapes.Id) is { } template && template != "none" ? template : null,
            Sample = fields.Optional("sample", Shapes.Localized(300)),
        };
    });

    public static Shape<(Limit Law, Limit Promise)> Limits { get; } = Shapes.Map(fields => (
        fields.Required("law", Shapes.Limit),
        fields.Required("promise", Shapes.Limit)));

    public static Shape<(OnlineDepth Depth, int Visits, Localized? Reason)> Online { get; } = Shapes.Map(fields => (
        fields.Required("depth", Shapes.Enum<OnlineDepth>()),
        fields.Required("visits", Shapes.Int(0, 20)),
        fields.Optional("reason", Shapes.Localized(400))));

    public static Shape<Fee?> Fee { get; } = Shapes.Either(
        scalar: Shapes.Word("none").To<string, Fee?>(_ => null),
        map: Shapes.Map<Fee?>(fields => new Fee(
            fields.Required("amount", Shapes.Decimal(0.01m, 10_000_000)),
            fields.Required("currency", Shapes.Text(3, "^[A-Z]{3}$", "a currency such as CNY")),
            fields.Required("basis", Shapes.Article),
            fields.Optional("online-payment", Shapes.Bool, otherwise: false))));

    public static Shape<ItemResult> Result { get; } = Shapes.Map(fields => new ItemResult(
        fields.Required("name", Shapes.Localized(120)),
        fields.Required("kind", Shapes.Enum<ResultKind>()),
        fields.Optional("sample", Shapes.Localized(200))));

    public static Shape<Window> Window { get; } = Shapes.Map(fields => new Window(
        fields.Required("place", Shapes.Localized(300)),
        fields.Required("hours", Shapes.Localized(300))));

    public static Shape<(string Consult, string Complain)> Phones { get; } = Shapes.Map(fields => (
        fields.Required("consult", Phone),
        fields.Required("complain", Phone)));

    public static Shape<Question> Question { get; } = Shapes.Map(fields => new Question(
        fields.Required("q", Shapes.Localized(300)),
        fields.Required("a", Shapes.LocalizedLines(2_000))));

    public static Shape<ImmutableDictionary<string, decimal>> Steps { get; } = Shapes.Map(fields =>
        ImmutableDictionary<string, decimal>.Empty
            .Add("received", fields.Optional("accept", Shapes.Decimal(0, 60), otherwise: 0m))
            .Add("decision", fields.Optional("decide", Shapes.Decimal(0, 60), otherwise: 0m))
            .Add("concluded", fields.Optional("deliver", Shapes.Decimal(0, 60), otherwise: 0m)));

    private static Shape<string> Phone =>
        Shapes.Text(20, PhonePattern, "a telephone number with its area code, 0371-12345678");
}
