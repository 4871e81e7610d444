using System.Globalization;
using Heluo.Kernel;
using Heluo.Terminal.Speaking;

namespace Heluo.Terminal.Showing;

/// <summary>Says limits, and what is left of them, in words.</summary>
internal static class Limits
{
    /// <summary>A limit, e.g. 8 working days.</summary>
    public static string Of(this Words words, Limit limit) => words.Amount(limit.Amount, limit.Unit);

    /// <summary>What is left of a running limit, or how late it is.</summary>
    public static string Left(this Words words, DueDate due) =>
        due.Late ? words.Say("left.late", ("amount", words.Amount(-due.Remaining, due.Unit)))
        : due.Unit.IsWholeDays() && due.Remaining == 0 ? words["left.today"]
        : words.Say("left.amount", ("amount", words.Amount(due.Remaining, due.Unit)));

    private static string Amount(this Words words, decimal amount, TimeUnit unit)
    {
        // Quarters of an hour and the like are told in minutes: nobody thinks in 0.25 hours.
        var hours = unit is TimeUnit.UrgentHour or TimeUnit.WorkHour or TimeUnit.CalendarHour;
        return hours && amount < 2 && amount != decimal.Truncate(amount)
            ? words.Say($"unit.{unit.Name()}-minutes", ("n", Round(amount * 60, 0)))
            : words.Say($"unit.{unit.Name()}", ("n", Round(amount, 1)));
    }

    private static string Round(decimal amount, int places) =>
        decimal.Round(amount, places).ToString("0.#", CultureInfo.InvariantCulture);
}
