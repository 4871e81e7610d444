namespace Heluo.Browser;

/// <summary>
/// The count of working days as a clerk makes it with a wall calendar and the State Council's notice of 2025-11 for
/// 2026 in hand: day by day, and nothing of the product's own code.
/// </summary>
internal static class Counting
{
    private static readonly HashSet<DateOnly> Off =
        [.. Days(new(2026, 1, 1), 3), .. Days(new(2026, 2, 15), 9), .. Days(new(2026, 4, 4), 3)];

    private static readonly HashSet<DateOnly> Made = [new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28)];

    /// <summary>The day a number of working days ends that runs from the day after a start, the days of a pause not
    /// counted: from the day it began in the morning to the day before it ended.</summary>
    public static DateOnly After(DateOnly start, int amount, params (DateOnly From, DateOnly To)[] pauses)
    {
        var day = start;
        while (amount > 0)
        {
            day = day.AddDays(1);
            if (Works(day) && !pauses.Any(pause => pause.From <= day && day < pause.To))
            {
                amount--;
            }
        }

        return day;
    }

    private static bool Works(DateOnly day) => Made.Contains(day)
        || (!Off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static IEnumerable<DateOnly> Days(DateOnly from, int count) =>
        Enumerable.Range(0, count).Select(from.AddDays);
}
