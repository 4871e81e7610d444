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

    /// <summary>A verb that reads one pack and answers with a report, for people or as JSON.</summary>
    public static Command Reporting(
        string name,
        string about,
        Func<ParseResult, string, (Func<string> Json, Action<TextWriter> Write, int Status)> report)
    {
        var folder = Folder();
        var json = name == "check" ? " --json" : "";
        var command = new Command(name, Help.Text(about, $"./heluo pack {name} packs/my-city{json}"))
        {
            folder, Shared.Json(),
        };
        command.SetAction(words =>
        {
            var output = words.InvocationConfiguration.Output;
            var (asJson, write, status) = report(words, words.GetRequiredValue(folder).FullName);
            if (words.GetValue<bool>(Shared.JsonName))
            {
                output.WriteLine(asJson());
            }
            else
            {
                write(output);
            }

            return status;
        });
        return command;
    }

    public static Argument<DirectoryInfo> Folder() => new("dir")
    {
        Description = "The pack's folder.",
        HelpName = "DIR",
    };
}
