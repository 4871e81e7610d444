using System.CommandLine;
using Heluo.Cli;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Verbs.Calendar;

/// <summary><c>heluo calendar</c>: what the working calendar says, and why.</summary>
internal static class CalendarVerb
{
    public static Command Command() => new("calendar", Help.Text(
        "Answers questions about working days from the published notices.",
        "./heluo calendar due --start 2021-01-04 --days 30"))
    {
        CalendarDueVerb.Command(),
        CalendarShowVerb.Command(),
    };

    public static Option<string?> AsOf() => new("--as-of")
    {
        Description = "Answer with what was published by the end of this day.",
        HelpName = "DATE",
    };

    /// <summary>The calendar of a city as it was known at the end of a day; null asks for all that is known now.</summary>
    public static Outcome<WorkCalendar> Read(DirectoryInfo? named, string? asOf) =>
        Places.City(named).Then<WorkCalendar>(folder =>
        {
            // Of all that a city is, only its calendar and its office hours are asked.
            if (new PackReader().Leniently().Load(folder).Set?.Calendar is not { } calendar)
            {
                return CalendarRefusals.None(folder);
            }

            if (asOf is null)
            {
                return calendar;
            }

            return LocalDatePattern.Iso.Parse(asOf) is { Success: true } day
                ? calendar.AsOf(day.Value)
                : CalendarRefusals.Date(asOf);
        });

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
