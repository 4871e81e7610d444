using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Terminal.Components.Clocks;

/// <summary>One place of a week in the evidence: a day, or an empty place before the first or after the last.</summary>
/// <param name="Day">The day; null for an empty place.</param>
/// <param name="Due">Whether the clock is due on it.</param>
/// <param name="NewMonth">Whether its month is named: the first day shown, and the first of every month.</param>
/// <param name="Class">How it is drawn.</param>
internal sealed record Cell(DayEvidence? Day, bool Due, bool NewMonth, string? Class);

/// <summary>One week of the evidence, Monday first.</summary>
/// <param name="Cells">Seven places; none when the week stands for folded ones.</param>
/// <param name="Folded">How many weeks are folded here because nothing counted in them.</param>
internal sealed record Week(ImmutableArray<Cell> Cells, int Folded);

/// <summary>Lays the days of a clock into weeks and folds long standstills, so that the proof stays on a
/// page.</summary>
internal static class Weeks
{
    /// <summary>How many whole weeks of one standstill are shown before the rest fold.</summary>
    private const int Shown = 2;

    /// <summary>Most weeks drawn; a year is enough for any proof a person reads.</summary>
    private const int Most = 53;

    /// <summary>The weeks of a clock's evidence.</summary>
    /// <param name="clock">The clock; its days are in order and each stands once.</param>
    /// <param name="today">The day that is marked as today.</param>
    public static IEnumerable<Week> Of(ClockView clock, LocalDate today)
    {
        var still = 0;
        var folded = 0;
        foreach (var days in clock.Days.GroupBy(day => Monday(day.Day.Date)).Take(Most))
        {
            still = days.Count() == 7 && days.All(day => day.Use != DayUse.Counted) ? still + 1 : 0;
            if (still > Shown)
            {
                folded++;
                continue;
            }

            if (folded > 0)
            {
                yield return new Week([], folded);
                folded = 0;
            }

            yield return new Week(Places(days.Key, days, clock, today), Folded: 0);
        }

        if (folded > 0)
        {
            yield return new Week([], folded);
        }
    }

    private static ImmutableArray<Cell> Places(
        LocalDate monday, IEnumerable<DayEvidence> days, ClockView clock, LocalDate today)
    {
        var byDate = days.ToDictionary(day => day.Day.Date);
        return [.. Enumerable.Range(0, 7)
            .Select(i => Place(byDate.GetValueOrDefault(monday.PlusDays(i)), clock, today))];
    }

    private static Cell Place(DayEvidence? day, ClockView clock, LocalDate today)
    {
        if (day is null)
        {
            return new Cell(Day: null, Due: false, NewMonth: false, Class: null);
        }

        var date = day.Day.Date;
        var due = day.Use is DayUse.Counted or DayUse.Moved && clock.Due?.Date == date;
        var names = day.Use.ToString().ToLowerInvariant()
            + (due ? " due" : "")
            + (date == today ? " today" : date > today ? " ahead" : "");
        return new Cell(day, due, date.Day == 1 || day == clock.Days[0], names);
    }

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
