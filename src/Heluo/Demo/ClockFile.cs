using System.Globalization;
using Heluo.Kernel;

namespace Heluo.Demo;

/// <summary>
/// Keeps the demo clock's offset in the data folder, so that a restarted city does not fall back in time. The file is
/// also what marks a folder as a demo's: nothing else is ever emptied, and no house serves from it.
/// </summary>
internal static class ClockFile
{
    private const string Name = "demo-clock";
    private const string Making = "making";

    /// <summary>Whether the folder is one that a demo made.</summary>
    public static bool Stands(string data) => File.Exists(Path.Combine(data, Name));

    /// <summary>Whether the city in it was never finished.</summary>
    public static bool IsMaking(string data) => Stands(data) && Text(data) == Making;

    /// <summary>The kept offset. Refuses <c>demo.clock_file</c>.</summary>
    public static Outcome<TimeSpan> Read(string data) =>
        TimeSpan.TryParseExact(Text(data), "c", CultureInfo.InvariantCulture, out var offset)
            ? offset
            : DemoRefusals.ClockFile(Path.Combine(data, Name));

    /// <summary>Marks the folder as a demo's whose city is being made.</summary>
    public static void Begin(string data) => Write(data, Making);

    /// <summary>Keeps the offset; the city is made.</summary>
    public static void Keep(string data, TimeSpan offset) =>
        Write(data, offset.ToString("c", CultureInfo.InvariantCulture));

    private static string Text(string data) => File.ReadAllText(Path.Combine(data, Name)).Trim();

    private static void Write(string data, string text)
    {
        Directory.CreateDirectory(data);
        var file = Path.Combine(data, Name);
        File.WriteAllText(file + ".next", text + "\n");
        File.Move(file + ".next", file, overwrite: true);
    }
}
