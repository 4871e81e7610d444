using System.CommandLine;
using Heluo.Cli;
using Heluo.Demo;
using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

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

    private static readonly Option<int?> Days = new("--days") { Description = "The limit in working days." };

    private static readonly Option<string?> Unit = new("--unit") { Description = "The unit of the limit." };

    private static readonly Option<decimal?> Amount = new("--amount") { Description = "The amount of the limit." };

    private static readonly Option<string?> AsOf = CalendarVerb.AsOf();

    private static readonly Option<string?> Area = new("--area") { Description = "Division whose closures count." };

    private static readonly Option<string?> Agency = new("--agency") { Description = "Agency whose closures count." };

    private static readonly Option<bool> Explain = new("--explain") { Description = "List the evidence, day by day." };

    private static readonly Option<DirectoryInfo?> City = Shared.City();

    static CalendarDueVerb() => Unit.AcceptOnlyFromAmong([.. TimeUnits.Names]);

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
            CalendarVerb.Read(words.GetValue(City), words.GetValue(AsOf)).Then(calendar => Answer(words, calendar)),
            it => it.ToString()));
        return command;
    }

    private static Outcome<DueAnswer> Answer(ParseResult words, WorkCalendar city)
    {
        var calendar = city.For(words.GetValue(Area), words.GetValue(Agency));
        if (!Clock(words, calendar.Zone).TryGet(out var clock, out var refusal))
        {
            return refusal;
        }

        var due = clock.Due(calendar, clock.Start);
        return new DueAnswer(
            clock.Limit.Unit.IsWholeDays() ? CalendarVerb.Text(due.Date) : LocalText(due.At, calendar.Zone),
            due.Provisional,
            words.GetRequiredValue(Start),
            clock.Limit.Unit.Name(),
            clock.Limit.Amount,
            calendar.Name,
            words.GetValue(AsOf),
            words.GetValue(Explain)
                ? [.. clock.Explain(calendar, clock.Start).Select(day => ShownEvidence.Of(day, calendar.Zone))]
                : null);
    }

    private static Outcome<LimitClock> Clock(ParseResult words, DateTimeZone zone)
    {
        var written = words.GetRequiredValue(Start);
        if (Opening.Parse(written, zone) is not { } start)
        {
            return CalendarRefusals.Start(written);
        }

        Limit limit;
        switch (words.GetValue(Days), words.GetValue(Unit), words.GetValue(Amount))
        {
            case ({ } days, null, null):
                limit = new Limit(days, TimeUnit.WorkingDay);
                break;
            case (null, { } name, { } amount) when TimeUnits.TryParse(name, out var unit):
                limit = new Limit(amount, unit);
                break;
            default:
                return CalendarRefusals.Limit;
        }

        var clock = new LimitClock(limit, start);
        return clock.Check() is { Count: > 0 } faults ? CalendarRefusals.Faulty(faults) : clock;
    }

    internal static string LocalText(Instant moment, DateTimeZone zone) =>
        LocalDateTimePattern.GeneralIso.Format(moment.InZone(zone).LocalDateTime);
}
