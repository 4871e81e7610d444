using NodaTime;

namespace Heluo.Kernel;

/// <summary>The rest days of a week, and ranks of working days by the week alone. Day number 0 is a Monday.</summary>
internal sealed class Week
{
    private readonly int working;
    private readonly int[] before = new int[7];
    private readonly int[] nth;

    public Week(IReadOnlyCollection<IsoDayOfWeek> weekend)
    {
        var days = Enumerable.Range(0, 7).Where(d => !weekend.Contains((IsoDayOfWeek)(d + 1))).ToArray();
        working = days.Length;
        nth = days;
        for (var d = 0; d < 7; d++)
        {
            before[d] = days.Count(x => x < d);
        }
    }

    public bool IsWorking(int day) => Array.IndexOf(nth, day % 7) >= 0;

    public int Rank(int day) => (day / 7 * working) + before[day % 7];

    public int Select(int rank) => (rank / working * 7) + nth[rank % working];
}
