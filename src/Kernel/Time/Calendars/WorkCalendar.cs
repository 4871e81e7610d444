using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>
/// The working days of a place, as known at a time. Immutable and safe to share. Adding, subtracting and counting are
/// table look-ups, whatever the distance. Past the last published notice it answers by the week's rule and marks the
/// answer provisional. Dates are ISO dates of the years 1900 to 2200; the caller's likely mistake is to forget
/// <see cref="For"/>: the whole city's calendar knows no closure of one district or agency.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Most working days that can be added or subtracted at once.</summary>
    public const int MaxDays = 100_000;

    private readonly CalendarShelf shelf;
    private readonly LocalDateTime? knownAt;
    private readonly string? area;
    private readonly string? agency;

    private WorkCalendar(CalendarShelf shelf, LocalDateTime? knownAt, string? area, string? agency)
    {
        this.shelf = shelf;
        this.knownAt = knownAt;
        this.area = area;
        this.agency = agency;
        Table = shelf.TableFor(knownAt, area, agency);
    }

    /// <summary>Name of the calendar.</summary>
    public string Name => shelf.Data.Name;

    /// <summary>The zone whose clock the offices keep.</summary>
    public DateTimeZone Zone => shelf.Data.Zone;

    /// <summary>The office hours of a working day.</summary>
    public OfficeHours OfficeHours => shelf.Data.OfficeHours;

    /// <summary>Last day of the last year with a published notice; null when there is none.</summary>
    public LocalDate? Horizon => Table.Horizon;

    /// <summary>Everything that it was built from; change it with <c>with</c> and build anew when a notice
    /// comes.</summary>
    public CalendarData Data => shelf.Data;

    internal DayTable Table { get; }

    internal OfficeTime OfficeTime => shelf.OfficeTime;

    internal CalendarShelf Shelf => shelf;

    /// <summary>Builds a calendar. Refuses <c>calendar.faulty</c> with every fault of the data.</summary>
    public static Outcome<WorkCalendar> Build(CalendarData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var faults = CalendarChecks.Faults(data);
        return faults.IsEmpty
            ? new WorkCalendar(new CalendarShelf(data), knownAt: null, area: null, agency: null)
            : new Refusal(RefusalKind.Invalid, "calendar.faulty", "The calendar cannot be built.") { Faults = faults };
    }

    /// <summary>The calendar as it was known at the end of a day.</summary>
    public WorkCalendar AsOf(LocalDate day) => At(day.PlusDays(1).AtMidnight().PlusNanoseconds(-1));

    /// <summary>The calendar as it was known at a moment.</summary>
    public WorkCalendar AsOf(Instant moment) => At(moment.InZone(Zone).LocalDateTime);

    /// <summary>The calendar of an area and an agency, with the closures that reach them.</summary>
    /// <param name="area">Division code; null for none in particular.</param>
    /// <param name="agency">Agency code; null for none in particular.</param>
    public WorkCalendar For(string? area, string? agency = null) =>
        shelf.HasClosures ? new WorkCalendar(shelf, knownAt, area, agency) : this;

    /// <summary>Whether a date is worked; past the horizon an estimate, see <see cref="Day"/>.</summary>
    public bool IsWorkingDay(LocalDate date) => Table.IsWorking(Dates.NumberOf(date));

    /// <summary>A date with its kind and the reason.</summary>
    public DayFact Day(LocalDate date)
    {
        var day = Dates.NumberOf(date);
        var provisional = !Table.Covers(date.Year, date.Year);
        return Table.Marks.TryGetValue(day, out var mark)
            ? new DayFact(date, mark.Kind, mark.Source, mark.Name, provisional)
            : new DayFact(date, Table.KindOf(day), Source: null, Name: null, provisional);
    }

    /// <summary>The n-th working day after a date; the date itself for 0. Counts backwards for negative
    /// numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxDays"/>, or outside 1900–2200.</exception>
    public Reckoned<LocalDate> AddWorkingDays(LocalDate date, int days)
    {
        Guard(date, days);
        var day = Dates.NumberOf(date);
        var found = days switch
        {
            > 0 => Table.Select(Table.Rank(day + 1) + days - 1),
            < 0 => Table.Select(Table.Rank(day) + days),
            _ => day,
        };
        return Reckon(date, Dates.DateOf(found));
    }

    /// <summary>The n-th working day before a date; the date itself for 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxDays"/>, or outside 1900–2200.</exception>
    public Reckoned<LocalDate> SubtractWorkingDays(LocalDate date, int days) => AddWorkingDays(date, -days);

    /// <summary>Number of working days after <paramref name="from"/> up to and including <paramref name="to"/>;
    /// negative when <paramref name="to"/> is the earlier.</summary>
    public Reckoned<int> WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        Guard(from, 0);
        Guard(to, 0);
        var count = Table.Rank(Dates.NumberOf(to) + 1) - Table.Rank(Dates.NumberOf(from) + 1);
        return new Reckoned<int>(count, IsProvisional(from, to));
    }

    /// <summary>The date itself when worked, else the next working day.</summary>
    public Reckoned<LocalDate> OnOrAfter(LocalDate date)
    {
        Guard(date, 0);
        return Reckon(date, Dates.DateOf(Table.Select(Table.Rank(Dates.NumberOf(date)))));
    }

    /// <summary>Number of working days of a year (1900–2200).</summary>
    public Reckoned<int> WorkingDaysIn(int year) =>
        WorkingDaysBetween(new LocalDate(year - 1, 12, 31), new LocalDate(year, 12, 31)) is var count
            ? count with { Provisional = !Table.Covers(year, year) }
            : default;

    /// <summary>Whether any year between two dates has no published notice.</summary>
    public bool IsProvisional(LocalDate from, LocalDate to) =>
        from <= to ? !Table.Covers(from.Year, to.Year) : !Table.Covers(to.Year, from.Year);

    /// <summary>Every notice and closure in force in this view that marks a day of the year, in order of day.</summary>
    public ImmutableArray<DayFact> MarkedDays(int year) =>
    [
        .. Table.Marks.Keys.Where(day => Dates.YearOf(day) == year).Order().Select(day => Day(Dates.DateOf(day))),
    ];

    private static void Guard(LocalDate date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)days), MaxDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(date.Year, CalendarChecks.FirstYear - 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date.Year, CalendarChecks.LastYear + 1);
    }

    private Reckoned<LocalDate> Reckon(LocalDate from, LocalDate to) => new(to, IsProvisional(from, to));

    private WorkCalendar At(LocalDateTime moment) => new(shelf, moment, area, agency);
}
