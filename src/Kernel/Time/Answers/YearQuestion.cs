using NodaTime;
using NodaTime.Text;

namespace Heluo.Kernel;

/// <summary>A question to the calendar: how does a year look, as known on a day?</summary>
/// <param name="Year">The year, 1900 to 2200.</param>
public sealed record YearQuestion(int Year)
{
    /// <summary>Answer with what was published by the end of this local date; null for everything known.</summary>
    public string? AsOf { get; init; }

    /// <summary>Division code whose closures apply; null for none in particular.</summary>
    public string? Area { get; init; }

    /// <summary>Agency code whose closures apply; null for none in particular.</summary>
    public string? Agency { get; init; }

    /// <summary>Answers. Refuses <c>calendar.question</c> with every fault: <c>calendar.year</c>,
    /// <c>calendar.as_of</c>.
    /// </summary>
    /// <param name="calendar">The city's calendar.</param>
    public Outcome<YearAnswer> Ask(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var faults = new List<Fault>();
        if (Year is < CalendarChecks.FirstYear or > CalendarChecks.LastYear)
        {
            faults.Add(new Fault("year", "calendar.year", "A year is from 1900 to 2200."));
        }

        var asOf = AsOf is null ? null : LocalTexts.Date(AsOf);
        if (AsOf is not null && asOf is null)
        {
            faults.Add(new Fault("asOf", "calendar.as_of", "The day of knowledge is a date from 1900 to 2200."));
        }

        return faults.Count == 0
            ? Answer(calendar, asOf)
            : new Refusal(RefusalKind.Invalid, "calendar.question", "The calendar cannot answer this.")
            {
                Faults = [.. faults],
            };
    }

    private YearAnswer Answer(WorkCalendar calendar, LocalDate? asOf)
    {
        var view = (asOf is { } day ? calendar.AsOf(day) : calendar).For(Area, Agency);
        var count = view.WorkingDaysIn(Year);
        var marked = view.MarkedDays(Year).Select(d => (d.IsWorking, Answer: new MarkedDayAnswer(
            LocalTexts.Write(d.Date),
            (int)d.Date.DayOfWeek,
            EvidenceAnswer.KindName(d.Kind),
            d.Name,
            d.Source))).ToList();
        return new YearAnswer
        {
            WorkingDays = count.Value,
            Year = Year,
            Provisional = count.Provisional,
            Calendar = view.Name,
            Horizon = view.Horizon is { } last ? LocalTexts.Write(last) : null,
            AsOf = AsOf,
            Notices =
            [
                .. calendar.Data.Notices
                    .Where(n => n.Year == Year && (asOf is null || n.PublishedAt.Date <= asOf))
                    .OrderBy(n => n.PublishedAt)
                    .Select(n => new NoticeAnswer(
                        n.Id,
                        LocalDateTimePattern.GeneralIso.Format(n.PublishedAt),
                        n.Approximate,
                        n.Replaces,
                        n.Source)),
            ],
            DaysOff = [.. marked.Where(m => !m.IsWorking).Select(m => m.Answer)],
            MakeUpDays = [.. marked.Where(m => m.IsWorking).Select(m => m.Answer)],
        };
    }
}
