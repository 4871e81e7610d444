using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>A timer of a case that will fire unless somebody acts before.</summary>
/// <param name="Turn">Names the firing.</param>
/// <param name="Rule">What it does.</param>
/// <param name="At">Its legal moment.</param>
/// <param name="Provisional">The moment is an estimate past the published calendar: it does not fire.</param>
internal readonly record struct PendingTimer(ClockTurn Turn, TimerRule Rule, Instant At, bool Provisional)
{
    /// <summary>Whether its moment has come.</summary>
    public bool IsDue(Instant now) => At <= now && !Provisional;

    /// <summary>The timers of a case as it stands, in the order of its procedure. Nothing here depends on when it is
    /// asked.</summary>
    public static IEnumerable<PendingTimer> Of(Case state, CaseRules rules, WorkCalendar calendar)
    {
        foreach (var rule in rules.Procedure.Timers)
        {
            if (state.Clock(rule.Clock) is { Runs: true } clock
                && (rule.AtCap ? Cap(state, rule, clock, calendar) : Due(state, rule, clock, calendar)) is { } pending)
            {
                yield return pending;
            }
        }
    }

    private static PendingTimer? Due(Case state, TimerRule rule, CaseClock clock, WorkCalendar calendar)
    {
        var due = clock.Due(calendar, clock.LastMoment(calendar));
        return due.RunsOutAt is { } at
            ? new(new(state.Key, clock.Id, clock.Turn), rule, at, due.Provisional)
            : null;
    }

    private static PendingTimer? Cap(Case state, TimerRule rule, CaseClock clock, WorkCalendar calendar) =>
        clock.CapRunsOut(calendar) is { } at
            ? new(
                new(state.Key, clock.Id, clock.Turn, clock.Pauses.Length), rule, at,
                calendar.IsProvisional(Day(clock.Pauses[^1].From, calendar), Day(at, calendar)))
            : null;

    private static LocalDate Day(Instant at, WorkCalendar calendar) => at.InZone(calendar.Zone).Date;
}
