using Heluo.Kernel;

namespace Heluo.Verbs.Calendar;

/// <summary>A day as the calendar verbs show it.</summary>
internal sealed record ShownDay(string Date, string Weekday, string Kind, bool Working, string? Source, DayName? Name)
{
    public static ShownDay Of(DayFact day) => new(
        CalendarVerb.Text(day.Date),
        day.Date.DayOfWeek.ToString()[..3],
        day.Kind == DayKind.MakeUp ? "make-up" : day.Kind.ToString().ToLowerInvariant(),
        day.IsWorking,
        day.Source,
        day.Name);

    public override string ToString() =>
        $"{Date} {Weekday} {Kind,-8} {(Source is null ? "" : $"{Source}: {Name?.En} {Name?.Zh}")}".TrimEnd();
}
