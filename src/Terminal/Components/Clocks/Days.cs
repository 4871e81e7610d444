using Heluo.Kernel;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Components.Clocks;

/// <summary>Says in a word why a day does or does not count.</summary>
internal static class Days
{
    /// <summary>The word under a day of the calendar.</summary>
    public static string Word(DayEvidence day, bool due, Words words) => day.Use switch
    {
        DayUse.Start => words["days.start"],
        DayUse.Counted => words.Say(due ? "days.due" : "days.counted", ("n", day.Number)),
        _ => Why(day, words),
    };

    /// <summary>Why a day does not count: the pause, the holiday, or plain rest.</summary>
    public static string Why(DayEvidence day, Words words) => day switch
    {
        { Use: DayUse.Paused, Pause: { } pause } => words.Find($"pause.{pause.Type}") ?? words["days.paused"],
        { Day.Name: { } name } => name.In(words.Language),
        { Use: DayUse.Start } => words["days.start"],
        { Use: DayUse.Moved } => words["days.moved"],
        _ => words["days.rest"],
    };
}
