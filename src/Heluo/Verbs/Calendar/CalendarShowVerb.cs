using System.CommandLine;
using System.Globalization;
using System.Text;
using Heluo.Cli;
using Heluo.Kernel;

namespace Heluo.Verbs.Calendar;

/// <summary><c>heluo calendar show</c>: one year, its working days and every day that a notice moves.</summary>
internal static class CalendarShowVerb
{
    public static Command Command()
    {
        var year = new Option<int>("--year") { Description = "The year.", Required = true };
        var asOf = CalendarVerb.AsOf();
        var area = CalendarVerb.Area();
        var agency = CalendarVerb.Agency();
        var city = Shared.City();
        var command = new Command("show", Help.Text(
            "Shows a year: how many working days, and which days a notice moves.",
            "./heluo calendar show --year 2020 --json"))
        {
            year, asOf, area, agency, city, Shared.Json(),
        };
        command.SetAction(words =>
        {
            var question = new YearQuestion(words.GetValue(year))
            {
                AsOf = words.GetValue(asOf),
                Area = words.GetValue(area),
                Agency = words.GetValue(agency),
            };
            return Report.Give(words, CalendarVerb.Read(words.GetValue(city)).Then(question.Ask), Text);
        });
        return command;
    }

    private static string Text(YearAnswer year)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{year.Calendar} {year.Year}: {year.WorkingDays} working days")
            .AppendLine(year.Provisional ? " (an estimate: no notice is published)" : "");
        foreach (var day in year.DaysOff.Concat(year.MakeUpDays).OrderBy(day => day.Date, StringComparer.Ordinal))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture, $"{day.Date}  {day.Kind,-8}  {day.Name?.In("en")}  ({day.Source})");
        }

        return text.ToString();
    }
}
