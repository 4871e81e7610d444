using System.CommandLine;
using Heluo.Cli;

namespace Heluo.Verbs.Packs;

/// <summary><c>heluo pack</c>: for those who write packs.</summary>
internal static class PackVerb
{
    public static Command Command() => new("pack", Help.Text(
        "Checks, begins and tests packs.", "./heluo pack check packs/my-city"))
    {
        PackCheckVerb.Command(),
        PackNewVerb.Command(),
        PackTestVerb.Command(),
        PackSchemaVerb.Command(),
    };

    public static Argument<DirectoryInfo> Folder() => new("dir")
    {
        Description = "The pack's folder.",
        HelpName = "DIR",
    };
}
