using Heluo.Cases;
using Heluo.Cel;
using Heluo.Packs;

namespace Heluo.Governance;

/// <summary>How a pack writes a class of street incidents (folder <c>incidents/</c>).</summary>
public static class IncidentKind
{
    private static Shape<FilingStandard> Standard { get; } = Shapes.Map(fields => new FilingStandard(
        fields.Required("standard", Shapes.Id),
        fields.Required("when", Shapes.Cel()),
        fields.Required("filing", Shapes.Localized(300)),
        fields.Required("closing", Shapes.Localized(300)),
        fields.Required("limit", Shapes.Limit),
        fields.Optional("demo", Shapes.Bool, otherwise: false)));

    /// <summary>The kind.</summary>
    public static PackKind<IncidentClass> Kind { get; } =
        new PackKind<IncidentClass>("incident", "incidents", Read).Checked(Check);

    /// <summary>Classes as subjects of cases.</summary>
    public static SubjectKind Subjects { get; } = new(
        IncidentClass.SubjectKind,
        (set, id, _) => set.Get(Kind).Find(id),
        (set, id, _) => set.Get(Kind).Find(id));

    private static IncidentClass Read(MapFields fields)
    {
        var (kind, code) = fields.Required("class", Shapes.Map(inner => (
            inner.Required("kind", Shapes.Enum<CatalogueKind>()),
            inner.Required("code", Shapes.Text(4, "^[0-9]{4}$", "two digits of the class and two of the subclass")))));
        return new IncidentClass
        {
            Id = fields.Id,
            Kind = kind,
            Code = code,
            Name = fields.Required("name", Shapes.Localized(60)),
            Group = fields.Required("group", Shapes.Localized(60)),
            Procedure = fields.Required("procedure", Shapes.Ref("procedure")),
            Function = fields.Required("function", Shapes.Ref("function")),
            Form = fields.Optional("form", FieldShape.Form, []),
            Standards = fields.Required(
                "standards", Shapes.List(Standard, 40, min: 1, by: standard => standard.Id)),
        };
    }

    private static void Check(PackChecking checking, IncidentClass incident)
    {
        if (checking.IsWhole)
        {
            RuleCheck.Form(checking, incident.Form, asRequest: false);
            foreach (var standard in incident.Standards)
            {
                RuleCheck.Run(checking, standard.When, CelType.Bool, incident.Form, request: null);
            }
        }
    }
}
