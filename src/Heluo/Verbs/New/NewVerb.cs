using System.CommandLine;
using Heluo.Cli;

namespace Heluo.Verbs.New;

/// <summary><c>heluo new</c>: begins something of one's own.</summary>
internal static class NewVerb
{
    public static Command Command() => new("new", Help.Text("Begins a city.", "./heluo new city packs/my-town"))
    {
        NewCityVerb.Command(),
    };

    public static Option<string?> Name(string what) => new("--name")
    {
        Description = $"The {what}'s name for people. Default: from the folder's name.",
        HelpName = "NAME",
    };
}
