using System.CommandLine;
using System.Globalization;
using System.Text;
using Heluo.Cli;
using Heluo.Kernel;

namespace Heluo.Verbs.Calendar;

/// <summary><c>heluo calendar show</c>: one year, its working days and every day that a notice marks.</summary>
internal static class CalendarShowVerb
{
    public static Command Command()
    {
        var year = new Option<int>("--year") { Description = "The year.", Required = true };
        var asOf = CalendarVerb.AsOf();
        var city = Shared.City();
        var command = new Command("show", Help.Text(
            "Shows a year: how many working days, and which days a notice moves.",
            "./heluo calendar show --year 2020 --json"))
        {
            year, asOf, city, Shared.Json(),
        };
        command.SetAction(words => Report.Give(
            words,
            CalendarVerb.Read(words.GetValue(city), words.GetValue(asOf)).Then(it => Show(it, words.GetValue(year))),
            it => it.ToString()));
        return command;
    }

    private static Outcome<ShownYear> Show(WorkCalendar calendar, int year)
    {
        if (year is < 1900 or > 2200)
        {
            return CalendarRefusals.Year;
        }

        var days = calendar.WorkingDaysIn(year);
        return new ShownYear(
            calendar.Name,
            year,
            days.Value,
            days.Provisional,
            [.. calendar.MarkedDays(year).Select(ShownDay.Of)]);
    }

    private sealed record ShownYear(
        string Calendar, int Year, int WorkingDays, bool Provisional, IReadOnlyList<ShownDay> Days)
    {
        public override string ToString()
        {
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"{Calendar} {Year}: {WorkingDays} working days")
                .AppendLine(Provisional ? "No notice is published for this year: this is an estimate." : "");
            foreach (var day in Days)
            {
                text.AppendLine(day.ToString());
            }

            return text.ToString();
        }
    }
}
