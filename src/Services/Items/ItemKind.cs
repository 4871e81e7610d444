using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>How a pack writes a service item (folder <c>items/</c>).</summary>
public static class ItemKind
{
    /// <summary>The kind, with the consistency rules of a guide.</summary>
    public static PackKind<Dated<Item>> Kind { get; } = DatedKind.Of("item", "items", Read).Checked(ItemCheck.Run);

    /// <summary>Items as subjects of cases.</summary>
    public static SubjectKind Subjects { get; } = new(
        Item.SubjectKind,
        (set, id, day) => set.Get(Kind).Find(id)?.On(day)?.Value,
        (set, id, version) => set.Get(Kind).Find(id)?.Find(version)?.Value);

    private static Item Read(MapFields fields)
    {
        var limits = fields.Required("limits", ItemShapes.Limits);
        var online = fields.Required("online", ItemShapes.Online);
        var phones = fields.Required("phones", ItemShapes.Phones);
        var kind = fields.Required("kind", Shapes.Enum<ItemKindOfCase>());
        return new Item
        {
            Id = fields.Id,
            Version = fields.Version,
            Effective = fields.Effective,
            Name = fields.Required("name", Shapes.Localized(120)),
            Aliases = fields.Optional("aliases", Aliases, []).ToImmutableDictionary(),
            Type = fields.Required("type", Shapes.Enum<ItemType>()),
            Kind = kind,
            Audience = fields.Required("audience", Shapes.List(Shapes.Enum<Audience>(), 2, min: 1)),
            Theme = fields.Required("theme", Shapes.Localized(40)),
            Function = fields.Optional("function", Shapes.Ref("function")),
            Agency = fields.Optional("agency", Shapes.Ref("agency")),
            Level = fields.Required("level", Shapes.Enum<ExerciseLevel>()),
            BasicCode = fields.Required(
                "basic-code", Shapes.Text(12, "^[0-9A-Z]{12}$", "a basic code of 12 characters")),
            CodeScheme = fields.Optional("code-scheme", Shapes.Id, "national"),
            Procedure = fields.Required("procedure", Shapes.Ref("procedure")),
            Law = limits.Law,
            Promise = limits.Promise,
            Demo = fields.Many("demo", Shapes.Text(60), 30),
            Basis = fields.Required("basis", Shapes.List(Shapes.Article, 20, min: 1, by: article => article)),
            Online = online.Depth,
            Visits = online.Visits,
            VisitReason = online.Reason,
            Mail = fields.Optional("mail", Shapes.Bool, otherwise: false),
            Appointment = fields.Optional("appointment", Shapes.Bool, otherwise: false),
            Fee = fields.Required("fees", ItemShapes.Fee),
            Result = fields.Required("result", ItemShapes.Result),
            Window = fields.Required("window", ItemShapes.Window),
            ConsultPhone = phones.Consult,
            ComplainPhone = phones.Complain,
            Conditions = fields.Many("conditions", Shapes.LocalizedLines(600), 40),
            Questions = fields.Many("faq", ItemShapes.Question, 40),
            Form = fields.Required("form", FieldShape.Form),
            Materials = fields.Many("materials", ItemShapes.Material, 60, material => material.Rule.Id),
            Plan = fields.Optional("plan", PlanShape.Plan),
            StageDays = fields.Optional("steps", ItemShapes.Steps) ?? ImmutableDictionary<string, decimal>.Empty,
            Params = ImmutableDictionary<string,
                string>.Empty.Add("kind", kind == ItemKindOfCase.Instant ? "instant" : "promised"),
        };
    }

    private static Shape<ImmutableArray<KeyValuePair<string, ImmutableArray<string>>>> Aliases { get; } =
        Shapes.Table(Shapes.List(Shapes.Text(60), 40), 10);
}
