using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Registry;

namespace Heluo.Terminal.Showing;

/// <summary>A running case of somebody, and how urgent it is to them.</summary>
/// <param name="Row">The case.</param>
/// <param name="Late">Whether a clock of it has run out.</param>
/// <param name="Waits">Whether it waits for them.</param>
internal readonly record struct Urgent(CaseRow Row, bool Late, bool Waits);

/// <summary>Orders the running cases of a person: what is late, what waits for them, then what is due next.</summary>
internal static class Urgency
{
    /// <summary>The cases that have not ended, the most urgent first.</summary>
    public static ImmutableArray<Urgent> Of(IEnumerable<CaseRow> rows, CaseDesk desk, City city) =>
    [
        .. rows.Where(row => row.End is null)
            .Select(row => new Urgent(row, desk.Read(row)?.Light == Light.Red, Waits(row, city)))
            .OrderByDescending(one => one.Late).ThenByDescending(one => one.Waits).ThenBy(one => one.Row.DueAt),
    ];

    // A desk that is no role of the city is a party's: the case waits for whoever applied.
    private static bool Waits(CaseRow row, City city) => row.Desks.Any(desk => city.FindRole(desk.Role) is null);
}
