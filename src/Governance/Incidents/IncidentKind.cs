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
        (set, id, _) => Find(set, id),
        (set, id, _) => Find(set, id));

    /// <summary>A class by its id, with the questions every report is asked in front of its own; null when there is
    /// none.</summary>
    public static IncidentClass? Find(PackSet set, string id)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Get(Kind).Find(id) is { } found ? found with { Form = ReportForm.Of(set).AddRange(found.Form) }
            : null;
    }

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
        var common = ReportForm.Of(checking.Set);
        foreach (var field in incident.Form.Where(field => common.Any(other => other.Name == field.Name)))
        {
            checking.Fault(
                checking.Set.Get(Kind).At(incident.Id), "incident.question_twice",
                $"{incident.Id} asks {field.Name}, which every report is asked already.");
        }

        if (checking.IsWhole)
        {
            var form = ReportForm.Of(checking.Set).AddRange(incident.Form);
            RuleCheck.Form(checking, form, asRequest: false);
            foreach (var standard in incident.Standards)
            {
                RuleCheck.Run(checking, standard.When, CelType.Bool, form, request: null);
            }
        }
    }
}
