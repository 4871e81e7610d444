using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>How holiday notices and local closures are written.</summary>
internal static class CalendarShapes
{
    public static Shape<string> NoticeId { get; } =
        Shapes.Text(100, "^[a-z0-9]+(-[a-z0-9]+)*$", "an id such as cn-2020-1");

    private static readonly Shape<Localized> Name = Shapes.Localized(60);

    private static readonly Shape<Holiday> Holiday = Shapes.Map(fields => new Holiday(
        fields.Required("name", Name),
        fields.Required("from", Shapes.Date.About("The first day off.")),
        fields.Required("to", Shapes.Date.About("The last day off, included.")))
    {
        Work = fields.Many(
            "work", Shapes.Date.About("A rest day worked to make up for it."), max: 20, by: day => $"{day:R}"),
    });

    public static Shape<(CalendarNotice Value, PackAt At)> Notice { get; } = Shapes.Map(fields => (
        new CalendarNotice
        {
            Id = fields.Required("id", NoticeId),
            Year = 1900,
            PublishedAt =
                fields.Required("published", TimeShapes.Moment.About("From when it was known, by the local clock.")),
            Approximate = fields.Optional("approximate", Shapes.Bool, otherwise: false),
            Source = fields.Optional("source", Shapes.Text(300)),
            Replaces = fields.Optional("replaces", NoticeId.About("The notice that this one replaces as a whole.")),
            Holidays = fields.Required("holidays", Shapes.List(Holiday, max: 40)),
        },
        fields.At));

    public static PlacedClosure Closure(MapFields fields) => new(
        new LocalClosure
        {
            Id = fields.Id,
            Name = fields.Required("name", Name),
            Area = fields.Optional("area", Shapes.DivisionCode.About("Left out: the whole city.")) ?? "",
            Agency = fields.Optional("agency", Shapes.Ref("agency").About("Left out: every agency.")),
            From = fields.Required("from", Shapes.Date),
            To = fields.Required("to", Shapes.Date.About("The last day, included.")),
            Effect = fields.Optional("effect", Shapes.Enum<ClosureEffect>(), ClosureEffect.Off),
            PublishedAt = fields.Required("published", TimeShapes.Moment),
            Replaces = fields.Optional("replaces", NoticeId),
            Law = fields.Optional("law", Shapes.Text(300)),
        },
        fields.At);
}
