using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>How a pack writes an act.</summary>
internal static class ActShape
{
    private static Shape<Who> Who { get; } = Shapes.Either(
        scalar: Shapes.Id.To(id => new Who(id, [])),
        map: Shapes.Map(fields => new Who(
            fields.Required("name", Shapes.Id),
            fields.Many("not", Shapes.Id.About("An act whose last performer may not perform this one."), 10))));

    private static Shape<Need> Need { get; } = Shapes.Map(fields => new Need(
        fields.Required("that", Shapes.Cel()),
        fields.Required("code", Shapes.Text(60, "^[a-z]+(\\.[a-z][a-z_]*)+$", "a code such as case.papers_missing")),
        fields.Required("say", Shapes.Localized(200))));

    private static Shape<Returns> Returns { get; } = Shapes.Map(fields =>
    {
        var runs = fields.Required("clock", Shapes.Word("stops", "runs")) == "runs";
        var most = fields.Optional("at-most", Shapes.Int(1, 50), otherwise: 0);
        if (runs && most == 0)
        {
            fields.Fault(
                "at-most", "procedure.return_unbounded",
                "A way back with a running clock says how often it may be taken.");
        }

        return new Returns(runs, most);
    });

    public static Shape<Act> Act { get; } = Shapes.Map(fields => new Act
    {
        Id = fields.Required("act", Shapes.Id),
        Name = fields.Required("name", Shapes.Localized(60)),
        Hint = fields.Optional("hint", Shapes.Localized(300)),
        From = fields.Required("from", Shapes.List(Shapes.Id, 40, min: 1, by: stage => stage)),
        To = fields.Optional("to", Shapes.Id.About("The stage it leads to; \"back\": the one before.")),
        Who = fields.Many("who", Who, 10),
        Form = fields.Optional("form", FieldShape.Form, []),
        Needs = fields.Many("needs", Need, 20),
        Effects = EffectsShape.Read(fields),
        AtMost = fields.Optional("at-most", Shapes.Int(1, 1000)),
        OnStep = fields.Optional("step", Shapes.Bool, otherwise: false),
        TakesPapers = fields.Optional("papers", Shapes.Bool, otherwise: false),
        TakesAnswers = fields.Optional("answers", Shapes.Bool, otherwise: false),
        BreaksOff = fields.Optional("breaks-off", Shapes.Bool, otherwise: false),
        Returns = fields.Optional("returns", Returns),
    });
}
