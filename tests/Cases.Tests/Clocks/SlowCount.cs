using Heluo.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Cases.Tests.Clocks;

/// <summary>
/// Counts working days one after another, from days off written here by hand after the notices of the State Council:
/// slow, obvious, and without one line of the house.
/// </summary>
internal sealed class SlowCount
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private readonly HashSet<LocalDate> off = [];
    private readonly HashSet<LocalDate> work = [];

    /// <summary>The days off and the weekend days worked of 2019-12 to 2021, and of 2026.</summary>
    public static SlowCount AsPublished { get; } = new SlowCount()
        .Off("2020-01-24", "2020-02-02").Work("2020-01-19")
        .Off("2020-04-04", "2020-04-06")
        .Off("2020-05-01", "2020-05-05").Work("2020-04-26", "2020-05-09")
        .Off("2020-06-25", "2020-06-27").Work("2020-06-28")
        .Off("2020-10-01", "2020-10-08").Work("2020-09-27", "2020-10-10")
        .Off("2021-01-01", "2021-01-03")
        .Off("2021-02-11", "2021-02-17").Work("2021-02-07", "2021-02-20")
        .Off("2021-04-03", "2021-04-05")
        .Off("2021-05-01", "2021-05-05").Work("2021-04-25", "2021-05-08")
        .Off("2021-06-12", "2021-06-14")
        .Off("2026-01-01", "2026-01-03").Work("2026-01-04")
        .Off("2026-02-15", "2026-02-23").Work("2026-02-14", "2026-02-28")
        .Off("2026-04-04", "2026-04-06")
        .Off("2026-05-01", "2026-05-05").Work("2026-05-09");

    /// <summary>The spring of 2020 as it was known before the holiday was made longer.</summary>
    public static SlowCount BeforeTheLongerHoliday { get; } = new SlowCount()
        .Off("2020-01-24", "2020-01-30").Work("2020-01-19", "2020-02-01")
        .Off("2020-04-04", "2020-04-06");

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text[..10]).Value;

    public bool IsWorked(LocalDate day) => work.Contains(day)
        || (!off.Contains(day) && day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));

    /// <summary>The last day of so many working days after a day, the days on which the clock stood left out.</summary>
    public LocalDate After(string start, int days, params (string From, string To)[] stood)
    {
        var day = Date(start);
        for (var counted = 0; counted < days;)
        {
            day = day.PlusDays(1);
            counted += IsWorked(day) && !stood.Any(stop => Stood(stop, day)) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The last working day that a pause begun at a moment may take out under a cap.</summary>
    public LocalDate CapFrom(string begun, int cap)
    {
        // The day itself is the first taken out when the clock stopped before noon.
        var day = IsMorning(begun) ? Date(begun) : Date(begun).PlusDays(1);
        for (var taken = 0; ; day = day.PlusDays(1))
        {
            if (IsWorked(day) && ++taken == cap)
            {
                return day;
            }
        }
    }

    /// <summary>When a day is over in the city.</summary>
    public static Instant EndOf(LocalDate day) => day.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant();

    private static bool Stood((string From, string To) stop, LocalDate day)
    {
        var (first, last) = (Date(stop.From), Date(stop.To));
        return day == first
            ? IsMorning(stop.From) && (first != last || string.CompareOrdinal(stop.To, stop.From) > 0)
            : day > first && day < last;
    }

    private static bool IsMorning(string moment) => string.CompareOrdinal(moment[11..], "12:00") < 0;

    private SlowCount Off(string from, string to)
    {
        for (var day = Date(from); day <= Date(to); day = day.PlusDays(1))
        {
            off.Add(day);
        }

        return this;
    }

    private SlowCount Work(params string[] days)
    {
        work.UnionWith(days.Select(Date));
        return this;
    }
}
