using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Terminal.Components.Lists;
using Heluo.Terminal.Speaking;
using NodaTime;
using Light = Heluo.Terminal.Components.Clocks.Light;

namespace Heluo.Terminal.Showing;

/// <summary>Shows a case as one row of a list.</summary>
internal static class Rows
{
    /// <summary>The row, with its light and what is left of its clock.</summary>
    public static CaseRowView Of(CaseRow row, CaseDesk desk, CaseLists lists, Visit visit, string front)
    {
        var reading = row.End is null ? desk.Read(row) : null;
        var light = reading is null ? Light.Done : Clocks.Light(reading.Light);
        var text = row.End is not null ? visit.Words["light.done"]
            : reading is null ? visit.Words["light.none"]
            : reading.Due.Paused ? visit.Words["light.paused"]
            : visit.Words.Left(reading.Due);
        return new(row.Number, visit.Say(row.Title), visit.Say(CaseLists.StageOf(row)),
            row.End is null && reading is null ? Light.Paused : light, text, Due(reading, visit),
                $"{front}/{row.Number}")
        {
            Opened = visit.Local(row.OpenedAt),
            WholeDays = reading?.Due.Unit.IsWholeDays() == true,
        };
    }

    private static LocalDateTime? Due(ClockReading? reading, Visit visit) => reading switch
    {
        null or { Due.Paused: true } => null,
        { Due: var due } when due.Unit.IsWholeDays() => due.Date.AtMidnight(),
        { Due: var due } => visit.Local(due.At),
    };
}
