using Heluo.Kernel;

namespace Heluo.Verbs.Calendar;

/// <summary>What the calendar verbs refuse.</summary>
internal static class CalendarRefusals
{
    public static Refusal Limit { get; } = new(
        RefusalKind.Invalid, "calendar.limit", "Say either --days, or --unit and --amount.");

    public static Refusal Year { get; } = new(RefusalKind.Invalid, "calendar.year", "A year is 1900 to 2200.");

    public static Refusal None(string folder) =>
        new(RefusalKind.NotFound, "calendar.none", $"The pack in {folder} has no single sound working calendar.");

    public static Refusal Date(string text) =>
        new(RefusalKind.Invalid, "calendar.date", $"'{text}' is no date such as 2026-02-13.");

    public static Refusal Start(string text) =>
        new(RefusalKind.Invalid, "calendar.start", $"'{text}' is no date or date and time such as 2026-02-13T16:30.");

    public static Refusal Faulty(IEnumerable<Fault> faults) =>
        new(RefusalKind.Invalid, "calendar.clock", "There is no such limit.") { Faults = [.. faults] };
}
