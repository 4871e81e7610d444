using Heluo.Demo;
using Heluo.Kernel;

namespace Heluo.Cli;

/// <summary>Where things lie when no option says so: the house's own folder, its packs, its data.</summary>
internal static class Places
{
    /// <summary>The folder of the house: told by the start script, else where the verb was called.</summary>
    public static string Home { get; } =
        Environment.GetEnvironmentVariable("HELUO_HOME") is { Length: > 0 } home ? home : Environment.CurrentDirectory;

    public static string Packs => Path.Combine(Home, "packs");

    public static string DemoData => Path.Combine(Home, "data", "demo");

    /// <summary>The named city, or the one pack that has a demo. Refuses <c>demo.no_city</c>.</summary>
    public static Outcome<string> City(DirectoryInfo? named) => City(named, Packs);

    public static Outcome<string> City(DirectoryInfo? named, string packs)
    {
        if (named is not null)
        {
            return named.FullName;
        }

        var found = Directory.Exists(packs)
            ? Directory.GetDirectories(packs).Where(pack => Directory.Exists(Path.Combine(pack, "demo"))).ToArray()
            : [];
        return found is [var city] ? city : DemoRefusals.NoCity(packs);
    }
}
