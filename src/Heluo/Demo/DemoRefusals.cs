using Heluo.Kernel;

namespace Heluo.Demo;

/// <summary>What only a demo refuses.</summary>
internal static class DemoRefusals
{
    public static Refusal Backwards { get; } = new(
        RefusalKind.Conflict, "demo.time_backwards",
        "The city already lived past that moment; its clock only moves forward.");

    public static Refusal Far { get; } = new(
        RefusalKind.Invalid, "demo.time_far", "One move of the clock is at most 400 days.");

    public static Refusal Time { get; } = new(
        RefusalKind.Invalid, "demo.time",
        "The time is a date or date and time such as 2026-02-13 or 2026-02-13T16:30.");

    public static Refusal NoCity(string folder) => new(
        RefusalKind.NotFound, "demo.no_city",
        $"There is no single pack with a 'demo' folder under {folder}; name one with --city.");

    public static Refusal NotADemo(string folder) => new(
        RefusalKind.Conflict, "demo.not_a_demo",
        $"{folder} holds files but no demo city; --fresh empties only a demo.");

    public static Refusal Open(string folder) => new(
        RefusalKind.Unavailable, "demo.open", $"The demo in {folder} is running; stop it before you empty it.");

    public static Refusal ClockFile(string file) => new(
        RefusalKind.Unavailable, "demo.clock_file", $"The demo's clock in {file} cannot be read; start with --fresh.");
}
