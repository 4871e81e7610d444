using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Cases;

/// <summary>How a clock looks in an inbox: always said in a word and a shape too, never by colour alone.</summary>
public enum Light
{
    /// <summary>No clock runs.</summary>
    None,

    /// <summary>Time enough.</summary>
    Green,

    /// <summary>Nearly due.</summary>
    Yellow,

    /// <summary>Over the limit.</summary>
    Red,

    /// <summary>The clock stands still.</summary>
    Paused,
}

/// <summary>A clock of a case with what is derived from it at one moment.</summary>
/// <param name="Clock">What facts know of it.</param>
/// <param name="Due">When it is due and how it stands.</param>
/// <param name="Light">How it looks.</param>
public sealed record ClockReading(CaseClock Clock, DueDate Due, Light Light);

/// <summary>Derives due dates from the clocks of cases. Nothing here is ever stored.</summary>
public static class CaseClocks
{
    private static readonly decimal YellowShare = 0.75m;

    /// <summary>When a clock is due under a calendar, asked at a moment.</summary>
    public static DueDate Due(this CaseClock clock, WorkCalendar calendar, Instant now) =>
        Running(clock).Due(calendar, now);

    /// <summary>The day-by-day proof of the due date.</summary>
    public static ImmutableArray<DayEvidence> Explain(this CaseClock clock, WorkCalendar calendar, Instant now) =>
        Running(clock).Explain(calendar, now);

    /// <summary>When the pause that stands reaches its cap, so that the clock runs on by itself; null: no such
    /// pause.</summary>
    public static Instant? CapRunsOut(this CaseClock clock, WorkCalendar calendar) =>
        Running(clock).CapRunsOut(calendar);

    /// <summary>The last moment at which anything happens to a clock if nobody acts any more: asked then, it runs or
    /// stands for good, so that what is derived does not depend on when it is asked.</summary>
    internal static Instant LastMoment(this CaseClock clock, WorkCalendar calendar) =>
        clock.StoppedAt ?? clock.CapRunsOut(calendar)
            ?? (clock.Pauses is [.., var last] ? Instant.Max(last.To ?? last.From, clock.StartedAt) : clock.StartedAt);

    /// <summary>What is wrong with a clock, such as more pauses than one may have; null when nothing is.</summary>
    internal static Fault? Fault(this CaseClock clock) =>
        Running(clock).Check() is [var first, ..] ? first : null;

    /// <summary>A clock with its due date and light.</summary>
    public static ClockReading Read(this CaseClock clock, WorkCalendar calendar, Limit? warn, Instant now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var due = clock.Due(calendar, now);
        return new(clock, due, LightOf(clock, due, warn));
    }

    private static Light LightOf(CaseClock clock, DueDate due, Limit? warn) =>
        !clock.Runs ? Light.None
        : due.Late ? Light.Red
        : due.Paused ? Light.Paused
        : warn is { } limit && limit.Unit == due.Unit ? due.Remaining <= limit.Amount ? Light.Yellow : Light.Green
        : due.Remaining <= 1 && due.Unit.IsWholeDays() ? Light.Yellow
        : !due.Unit.IsWholeDays() && due.Used >= YellowShare ? Light.Yellow
        : Light.Green;

    private static LimitClock Running(CaseClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new(clock.Limit, clock.StartedAt)
        {
            End = clock.StoppedAt,
            Extensions = [.. clock.Extensions.Select(amount => new Limit(amount, clock.Limit.Unit))],
            Pauses = [.. clock.Pauses.Select(stop => new Pause(stop.Type, stop.From, stop.To)
            {
                Cap = stop.CapDays is { } days ? Limit.WorkingDays(days) : null,
            })],
        };
    }
}
