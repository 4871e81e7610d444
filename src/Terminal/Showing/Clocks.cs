using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Terminal.Speaking;
using NodaTime;
using ClockView = Heluo.Terminal.Components.Clocks.ClockView;
using Light = Heluo.Terminal.Components.Clocks.Light;

namespace Heluo.Terminal.Showing;

/// <summary>Shows the clocks of a case with their evidence.</summary>
internal static class Clocks
{
    /// <summary>How a light of the engine is drawn: no light means that the clock has ended.</summary>
    public static Light Light(Heluo.Cases.Light light) => light switch
    {
        Heluo.Cases.Light.Green => Components.Clocks.Light.Green,
        Heluo.Cases.Light.Yellow => Components.Clocks.Light.Yellow,
        Heluo.Cases.Light.Red => Components.Clocks.Light.Red,
        Heluo.Cases.Light.Paused => Components.Clocks.Light.Paused,
        _ => Components.Clocks.Light.Done,
    };

    /// <summary>The clocks of a case: the one that colours it first, then the others that run, then those that
    /// ended.</summary>
    public static ImmutableArray<ClockView> Of(Case state, CaseDesk desk, Rulebook book, Visit visit, Instant now)
    {
        var rules = desk.Rules(state);
        var calendar = rules.Calendar(state);
        return
        [
            .. desk.Clocks(state)
                .OrderBy(reading => reading.Clock.Id == state.Light ? 0 : reading.Clock.Runs ? 1 : 2)
                .Select(reading => One(reading, rules.Procedure.Clocks[reading.Clock.Id], calendar, book, visit, now)),
        ];
    }

    private static ClockView One(
        ClockReading reading, ClockRule rule, WorkCalendar calendar, Rulebook book, Visit visit, Instant now)
    {
        var (clock, due) = (reading.Clock, reading.Due);
        var wholeDays = due.Unit.IsWholeDays();
        return new(visit.Say(rule.Name), Light(reading.Light), visit.Words.Of(clock.Limit),
            wholeDays ? due.Date.AtMidnight() : visit.Local(due.At))
        {
            WholeDays = wholeDays,
            Left = !clock.Runs || due.Paused ? null : visit.Words.Left(due),
            Provisional = due.Provisional,
            Basis = rule.Basis is { } basis ? Citations.Of(book, basis, visit) : null,
            Days = clock.Explain(calendar, now),
            Pauses =
            [
                .. clock.Extensions.Select(amount => visit.Words.Say(
                    "clock.extended", ("amount", visit.Words.Of(new Limit(amount, clock.Limit.Unit))))),
                .. clock.Pauses.Select(stop => Pause(stop, visit)),
            ],
        };
    }

    private static string Pause(ClockStop stop, Visit visit)
    {
        var words = visit.Words;
        var why = words.Find($"pause.{stop.Type}") ?? words["days.paused"];
        var from = words.Moment(visit.Local(stop.From));
        return stop.To is { } to
            ? words.Say("clock.paused", ("why", why), ("from", from), ("to", words.Moment(visit.Local(to))))
            : words.Say("clock.paused-since", ("why", why), ("from", from));
    }
}
