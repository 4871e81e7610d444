using System.Globalization;
using NodaTime;

namespace Heluo.Terminal.Speaking;

/// <summary>Writes dates and times as the city's people read them; the culture of the machine has no say.</summary>
public static class Dates
{
    /// <summary>The day with its weekday, e.g. <c>Friday 19 February 2021</c>.</summary>
    public static string Long(this Words words, LocalDate date) =>
        words.Say("date.long", ("y", date.Year), ("m", words.Month(date)), ("d", date.Day), ("w", words.Weekday(date)));

    /// <summary>The day alone, e.g. <c>19 February 2021</c>.</summary>
    public static string Day(this Words words, LocalDate date) =>
        words.Say("date.day", ("y", date.Year), ("m", words.Month(date)), ("d", date.Day));

    /// <summary>The day without its year and with a short weekday, for narrow places.</summary>
    public static string Brief(this Words words, LocalDate date) =>
        words.Say(
            "date.brief",
            ("m", words.ShortMonth(date)),
            ("d", date.Day),
            ("w", words.ShortWeekday(date.DayOfWeek)));

    /// <summary>The day of a month, e.g. <c>1 March</c>, as calendars write it in a small place.</summary>
    public static string MonthDay(this Words words, LocalDate date) =>
        words.Say("date.month-day", ("m", words.ShortMonth(date)), ("d", date.Day));

    /// <summary>Day and minute, e.g. <c>19 February 2021, 16:30</c>.</summary>
    public static string Moment(this Words words, LocalDateTime moment) =>
        words.Say("date.moment", ("day", words.Day(moment.Date)), ("time", Time(moment.TimeOfDay)));

    /// <summary>Day and minute without the year, for lists.</summary>
    public static string BriefMoment(this Words words, LocalDateTime moment) =>
        words.Say("date.moment", ("day", words.Brief(moment.Date)), ("time", Time(moment.TimeOfDay)));

    /// <summary>Hours and minutes, e.g. <c>16:30</c>.</summary>
    public static string Time(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");

    /// <summary>The short name of a weekday, as calendars head their columns.</summary>
    public static string ShortWeekday(this Words words, IsoDayOfWeek day) => words[$"weekday.short.{(int)day}"];

    /// <summary>The form machines read, for <c>datetime</c> attributes: <c>2021-02-19</c>.</summary>
    public static string Iso(LocalDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private static string Weekday(this Words words, LocalDate date) => words[$"weekday.{(int)date.DayOfWeek}"];

    private static string Month(this Words words, LocalDate date) => words[$"month.{date.Month}"];

    private static string ShortMonth(this Words words, LocalDate date) => words[$"month.short.{date.Month}"];
}
