using System.Collections.Immutable;
using Heluo.Packs;

namespace Heluo.Cases;

/// <summary>How a pack writes what becomes true. The list is closed: an unknown effect is an unknown key.</summary>
internal static class EffectsShape
{
    private static Shape<ClockStart> Start { get; } = Shapes.Either(
        scalar: Shapes.Id.To(id => new ClockStart(id, Since: null)),
        map: Shapes.Map(fields => new ClockStart(
            fields.Required("clock", Shapes.Id),
            fields.Optional("since", Shapes.Id.About("Counted from the start of this clock.")))));

    private static Shape<ClockPause> Pause { get; } = Shapes.Either(
        scalar: Shapes.Id.To(id => new ClockPause(id, Type: null, Cap: null)),
        map: Shapes.Map(fields => new ClockPause(
            fields.Required("clock", Shapes.Id),
            fields.Optional("type", Shapes.Cel()),
            fields.Optional("cap", Shapes.Cel().About("Working days after which it runs on by itself.")))));

    private static Shape<ClockExtend> Extend { get; } = Shapes.Map(fields => new ClockExtend(
        fields.Required("clock", Shapes.Id),
        fields.Required("by", Shapes.Cel())));

    private static Shape<Notice> Notice { get; } = Shapes.Map(fields => new Notice(
        fields.Required("to", Shapes.Id.About("A party.")),
        fields.Required("template", Shapes.Id)));

    private static Shape<Effects> Clocks { get; } = Shapes.Map(fields => new Effects
    {
        Start = fields.Many("start", Start, 10, start => start.Clock),
        Stop = fields.Many("stop", Shapes.Id, 20, id => id),
        Pause = fields.Many("pause", Pause, 10, pause => pause.Clock),
        Resume = fields.Many("resume", Shapes.Id, 10, id => id),
        Extend = fields.Many("extend", Extend, 10, extend => extend.Clock),
    });

    public static Effects Read(MapFields fields) =>
        (fields.Optional("clocks", Clocks) ?? Effects.None) with
        {
            Documents = fields.Many("documents", Shapes.Ref("document"), 10, id => id),
            Notices = fields.Many("notices", Notice, 10),
            Marks = fields.Optional("marks", Shapes.Table(Shapes.Cel(), 20, key: Shapes.Text(
                40, "^[a-z][a-z0-9_]*$", "a name such as deemed_accepted")), []).ToImmutableDictionary(),
            Agency = fields.Optional("agency", Shapes.Cel()),
            Assignee = fields.Optional("assignee", Shapes.Cel()),
            Erase = fields.Optional("erase", Shapes.Cel().About(
                "Purposes for which the first party's data are forgotten: a list; 'all' stands for every one.")),
        };
}
