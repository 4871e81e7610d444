using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;

namespace Heluo.Verbs.Packs;

/// <summary><c>heluo pack check</c>: every fault of a pack at once, and what its modules report.</summary>
internal static class PackCheckVerb
{
    public static Command Command()
    {
        var folder = PackVerb.Folder();
        var command = new Command("check", Help.Text(
            "Lists every fault of a pack as file:line: code: sentence, and each item's paths in working days.",
            "./heluo pack check packs/my-city --json"))
        {
            folder, Shared.Json(),
        };
        command.SetAction(words =>
        {
            var report = Kinds.Reader.Report(words.GetRequiredValue(folder).FullName);
            if (words.GetValue<bool>(Shared.JsonName))
            {
                words.InvocationConfiguration.Output.WriteLine(report.ToJson());
            }
            else
            {
                report.Write(words.InvocationConfiguration.Output);
            }

            return report.ExitStatus;
        });
        return command;
    }
}
