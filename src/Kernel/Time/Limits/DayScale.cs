namespace Heluo.Kernel;

/// <summary>Days by rank: working days of a calendar, or simply all days.</summary>
internal readonly struct DayScale(TimeUnit unit, WorkCalendar calendar)
{
    private readonly DayTable? table = unit == TimeUnit.WorkingDay ? calendar.Table : null;

    /// <summary>Number of counting days before a day.</summary>
    public int Rank(int day) => table?.Rank(day) ?? day;

    /// <summary>The counting day of a rank.</summary>
    public int Select(int rank) => table?.Select(rank) ?? rank;

    /// <summary>Whether the day can count.</summary>
    public bool Counts(int day) => table?.IsWorking(day) ?? true;
}
