using System.Globalization;
using Heluo.Kernel;

namespace Heluo.Demo;

/// <summary>
/// Keeps the demo clock's offset in the data folder, so that a restarted city does not fall back in time.
/// </summary>
internal static class ClockFile
{
    private const string Name = "demo-clock";

    /// <summary>The kept offset; null when there is none. Refuses <c>demo.clock_file</c>.</summary>
    public static Outcome<TimeSpan?> Read(string data)
    {
        var file = Path.Combine(data, Name);
        if (!File.Exists(file))
        {
            return (TimeSpan?)null;
        }

        return TimeSpan.TryParseExact(File.ReadAllText(file).Trim(), "c", CultureInfo.InvariantCulture, out var offset)
            ? (TimeSpan?)offset
            : DemoRefusals.ClockFile(file);
    }

    /// <summary>Whether the folder is one that a demo made.</summary>
    public static bool Stands(string data) => File.Exists(Path.Combine(data, Name));

    public static void Write(string data, TimeSpan offset)
    {
        Directory.CreateDirectory(data);
        var file = Path.Combine(data, Name);
        File.WriteAllText(file + ".next", offset.ToString("c", CultureInfo.InvariantCulture) + "\n");
        File.Move(file + ".next", file, overwrite: true);
    }
}
