using System.CommandLine;

namespace Heluo.Cli;

/// <summary>Options that many verbs take, each made anew for its verb.</summary>
internal static class Shared
{
    public const string JsonName = "--json";

    public static Option<bool> Json() => new(JsonName) { Description = "Answer as one line of JSON." };

    public static Option<DirectoryInfo> DataOfServer() => new("--data")
    {
        Description = "Folder of the store and the keys.",
        HelpName = "DIR",
        Required = true,
    };

    public static Option<DirectoryInfo> CityOfServer() => new("--city")
    {
        Description = "Folder of the city's pack.",
        HelpName = "DIR",
        Required = true,
    };

    public static Option<DirectoryInfo?> City() => new("--city")
    {
        Description = "Folder of the city's pack. Default: the one demo city beside this house.",
        HelpName = "DIR",
    };
}
