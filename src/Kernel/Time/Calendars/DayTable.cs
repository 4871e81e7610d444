using NodaTime;

namespace Heluo.Kernel;

/// <summary>The mark that a notice or a closure puts on a day.</summary>
internal readonly record struct DayMark(DayKind Kind, string Source, Localized Name)
{
    public bool IsWorking => Kind is DayKind.MakeUp or DayKind.Opened;
}

/// <summary>
/// Working days by rank. The rank of a day is the number of working days before it; <see cref="Select"/> is the
/// inverse.
/// Inside the years that anything marks, both are an array look-up; outside, arithmetic on the week.
/// Days are numbered as <see cref="DateOnly.DayNumber"/>.
/// </summary>
internal sealed class DayTable
{
    private readonly Week week;
    private readonly int first;
    private readonly int[] before = [0];
    private readonly int[] selected = [];
    private readonly int rankAtFirst;
    private readonly int after;
    private readonly int firstYear;
    private readonly int[] coveredBefore = [0];

    public DayTable(Week week, IReadOnlyDictionary<int, DayMark> marks, IReadOnlySet<int> covered)
    {
        this.week = week;
        Marks = marks;
        if (marks.Count + covered.Count == 0)
        {
            return;
        }

        firstYear = marks.Keys.Select(Dates.YearOf).Concat(covered).Min();
        var lastYear = marks.Keys.Select(Dates.YearOf).Concat(covered).Max();
        Horizon = covered.Count == 0 ? null : new LocalDate(covered.Max(), 12, 31);
        first = new DateOnly(firstYear, 1, 1).DayNumber;
        var days = new DateOnly(lastYear, 12, 31).DayNumber + 1 - first;
        before = new int[days + 1];
        for (var i = 0; i < days; i++)
        {
            before[i + 1] = before[i] + (IsWorkingAt(first + i) ? 1 : 0);
        }

        selected = new int[before[days]];
        for (var i = 0; i < days; i++)
        {
            if (before[i + 1] > before[i])
            {
                selected[before[i]] = first + i;
            }
        }

        rankAtFirst = week.Rank(first);
        after = rankAtFirst + selected.Length - week.Rank(first + days);
        coveredBefore = new int[lastYear - firstYear + 2];
        for (var year = firstYear; year <= lastYear; year++)
        {
            coveredBefore[year - firstYear + 1] = coveredBefore[year - firstYear] + (covered.Contains(year) ? 1 : 0);
        }
    }

    public IReadOnlyDictionary<int, DayMark> Marks { get; }

    /// <summary>Last day of the last year with a notice.</summary>
    public LocalDate? Horizon { get; }

    public bool IsWorking(int day) => Rank(day + 1) > Rank(day);

    /// <summary>Number of working days before the day, from a fixed origin.</summary>
    public int Rank(int day)
    {
        var at = day - first;
        return at < 0 ? week.Rank(day) : at < before.Length ? rankAtFirst + before[at] : after + week.Rank(day);
    }

    /// <summary>The working day of a rank.</summary>
    public int Select(int rank)
    {
        var at = rank - rankAtFirst;
        return at < 0 ? week.Select(rank) : at < selected.Length ? selected[at] : week.Select(rank - after);
    }

    /// <summary>Whether every year from the one to the other has a published notice.</summary>
    public bool Covers(int fromYear, int toYear) =>
        fromYear >= firstYear && toYear - firstYear + 1 < coveredBefore.Length
        && coveredBefore[toYear - firstYear + 1] - coveredBefore[fromYear - firstYear] == toYear - fromYear + 1;

    public DayKind KindOf(int day) =>
        Marks.TryGetValue(day, out var mark) ? mark.Kind : week.IsWorking(day) ? DayKind.Working : DayKind.Rest;

    private bool IsWorkingAt(int day) => Marks.TryGetValue(day, out var mark) ? mark.IsWorking : week.IsWorking(day);
}
