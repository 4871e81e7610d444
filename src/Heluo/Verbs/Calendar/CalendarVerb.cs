using System.CommandLine;
using Heluo.Cli;
using Heluo.Kernel;
using Heluo.Packs;

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

    public static Option<string?> Area() => new("--area")
    {
        Description = "Division whose closures count.",
        HelpName = "CODE",
    };

    public static Option<string?> Agency() => new("--agency")
    {
        Description = "Agency whose closures count.",
        HelpName = "ID",
    };

    /// <summary>The calendar of a city. Of all that a city is, only its calendar and office hours are read.</summary>
    public static Outcome<WorkCalendar> Read(DirectoryInfo? named) => Places.City(named).Then<WorkCalendar>(folder =>
        new PackReader().Leniently().Load(folder).Set?.Calendar is { } calendar
            ? calendar
            : CalendarRefusals.None(folder));
}
