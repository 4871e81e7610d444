using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace Heluo.Kernel;

/// <summary>
/// All data of a calendar with the day tables made from it so far. What was known at a time and applies at a place is a
/// set of notices and closures; views that come to the same set share one table. At most <see cref="MaxTables"/> are
/// kept.
/// </summary>
internal sealed class CalendarShelf
{
    internal const int MaxTables = 128;

    private static readonly List<LocalClosure> None = [];
    private readonly ConcurrentDictionary<(int Known, string Local), DayTable> tables = new();
    private readonly ImmutableArray<CalendarNotice> notices;
    private readonly ImmutableArray<LocalClosure> closures;
    private readonly Week week;

    public CalendarShelf(CalendarData data)
    {
        Data = data;
        week = new Week(data.Weekend);
        notices = [.. data.Notices.OrderBy(n => n.PublishedAt).ThenBy(n => n.Id, StringComparer.Ordinal)];
        closures = [.. data.Closures.OrderBy(c => c.PublishedAt).ThenBy(c => c.Id, StringComparer.Ordinal)];
        OfficeTime = new OfficeTime(data.Zone, data.OfficeHours);
    }

    public CalendarData Data { get; }

    public OfficeTime OfficeTime { get; }

    public bool HasClosures => !closures.IsEmpty;

    internal int Tables => tables.Count;

    public DayTable TableFor(LocalDateTime? knownAt, string? area, string? agency)
    {
        var known = 0;
        while (known < notices.Length && (knownAt is null || notices[known].PublishedAt <= knownAt))
        {
            known++;
        }

        var local = Reaching(knownAt, area, agency);
        var key = (known, local.Count == 0 ? "" : string.Join('\n', local.Select(c => c.Id)));
        if (tables.TryGetValue(key, out var table))
        {
            return table;
        }

        if (tables.Count >= MaxTables)
        {
            tables.Clear();
        }

        return tables.GetOrAdd(key, _ => Make(Standing(known), local));
    }

    private List<LocalClosure> Reaching(LocalDateTime? knownAt, string? area, string? agency)
    {
        List<LocalClosure>? reaching = null;
        HashSet<string>? replaced = null;
        foreach (var closure in closures)
        {
            if (knownAt is not null && closure.PublishedAt > knownAt)
            {
                break;
            }

            if (closure.Replaces is { } old)
            {
                (replaced ??= new HashSet<string>(StringComparer.Ordinal)).Add(old);
            }

            if (closure.Effect != ClosureEffect.Withdrawn && closure.Reaches(area, agency))
            {
                (reaching ??= []).Add(closure);
            }
        }

        reaching?.RemoveAll(closure => replaced?.Contains(closure.Id) == true);
        return reaching ?? None;
    }

    /// <summary>The first so many notices less those that another of them replaces.</summary>
    private List<CalendarNotice> Standing(int known)
    {
        var replaced = notices.Take(known).Select(n => n.Replaces).ToHashSet(StringComparer.Ordinal);
        return [.. notices.Take(known).Where(n => !replaced.Contains(n.Id))];
    }

    private DayTable Make(List<CalendarNotice> known, List<LocalClosure> local)
    {
        var marks = new Dictionary<int, DayMark>();
        foreach (var notice in known)
        {
            foreach (var holiday in notice.Holidays)
            {
                Mark(holiday.From, holiday.To, new DayMark(DayKind.Holiday, notice.Id, holiday.Name));
                foreach (var day in holiday.Work)
                {
                    Mark(day, day, new DayMark(DayKind.MakeUp, notice.Id, holiday.Name));
                }
            }
        }

        foreach (var closure in local)
        {
            var kind = closure.Effect == ClosureEffect.Off ? DayKind.Closed : DayKind.Opened;
            Mark(closure.From, closure.To, new DayMark(kind, closure.Id, closure.Name));
        }

        return new DayTable(week, marks, known.Select(n => n.Year).ToHashSet());

        void Mark(LocalDate from, LocalDate to, DayMark mark)
        {
            for (var day = Dates.NumberOf(from); day <= Dates.NumberOf(to); day++)
            {
                marks[day] = mark;
            }
        }
    }
}
