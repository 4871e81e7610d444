using Heluo.Kernel;

namespace Heluo.Verbs.Calendar;

/// <summary>What the calendar verbs refuse.</summary>
internal static class CalendarRefusals
{
    public static Refusal Amount { get; } = new(
        RefusalKind.Invalid, "calendar.one_limit", "Say either --days, or --unit and --amount.");

    public static Refusal None(string folder) =>
        new(RefusalKind.NotFound, "calendar.none", $"The pack in {folder} has no single sound working calendar.");
}
