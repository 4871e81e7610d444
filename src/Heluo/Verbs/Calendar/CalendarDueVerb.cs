using System.CommandLine;
using System.Globalization;
using System.Text;
using Heluo.Cli;
using Heluo.Kernel;

namespace Heluo.Verbs.Calendar;

/// <summary><c>heluo calendar due</c>: when a limit runs out.</summary>
internal static class CalendarDueVerb
{
    private static readonly Option<string> Start = new("--start")
    {
        Description = "The date, or date and time, the limit starts.",
        HelpName = "TIME",
        Required = true,
    };

    private static readonly Option<int?> Days = new("--days")
    {
        Description = "The limit in working days.",
        HelpName = "N",
    };

    private static readonly Option<string?> Unit = new("--unit")
    {
        Description = $"The unit of the limit: {string.Join(", ", TimeUnits.Names)}.",
        HelpName = "UNIT",
    };

    private static readonly Option<decimal?> Amount = new("--amount")
    {
        Description = "The amount of the limit in that unit.",
        HelpName = "N",
    };

    private static readonly Option<string?> AsOf = CalendarVerb.AsOf();

    private static readonly Option<string?> Area = CalendarVerb.Area();

    private static readonly Option<string?> Agency = CalendarVerb.Agency();

    private static readonly Option<bool> Explain = new("--explain") { Description = "List the evidence, day by day." };

    private static readonly Option<DirectoryInfo?> City = Shared.City();

    public static Command Command()
    {
        var command = new Command("due", Help.Text(
            "Says when a limit runs out, by the calendar as it was known.",
            "./heluo calendar due --start 2021-01-04 --days 30 --json",
            "./heluo calendar due --start 2020-01-22 --days 5 --as-of 2020-01-23",
            "./heluo calendar due --unit work-hour --start 2026-02-13T16:30 --amount 5 --explain"))
        {
            Start, Days, Unit, Amount, AsOf, Area, Agency, Explain, City, Shared.Json(),
        };
        command.SetAction(words => Report.Give(
            words,
            Question(words).Then(question => CalendarVerb.Read(words.GetValue(City)).Then(question.Ask)),
            Text));
        return command;
    }

    private static Outcome<DueQuestion> Question(ParseResult words)
    {
        var start = words.GetRequiredValue(Start);
        DueQuestion question;
        switch (words.GetValue(Days), words.GetValue(Unit), words.GetValue(Amount))
        {
            case ({ } days, null, null):
                question = new DueQuestion(start, days);
                break;
            case (null, { } unit, { } amount):
                question = new DueQuestion(start, amount) { Unit = unit };
                break;
            default:
                return CalendarRefusals.Amount;
        }

        return question with
        {
            AsOf = words.GetValue(AsOf),
            Area = words.GetValue(Area),
            Agency = words.GetValue(Agency),
            Explain = words.GetValue(Explain),
        };
    }

    private static string Text(DueAnswer answer)
    {
        var text = new StringBuilder(answer.Due);
        text.AppendLine(answer.Provisional ? "  (an estimate: it touches a year without a published notice)" : "");
        foreach (var day in answer.Evidence ?? [])
        {
            text.AppendLine(Line(day));
        }

        return text.ToString();
    }

    private static string Line(EvidenceAnswer day)
    {
        var spans = (day.Spans ?? []).Select(span => $"{span.From[11..]}-{span.To[11..]}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{day.Number,4}  {day.Date}  {day.Use,-11}  {day.Kind,-8}  {day.Name?.In("en")} {string.Join(" ", spans)}")
            .TrimEnd();
    }
}
