using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;

namespace Heluo.Verbs.Packs;

/// <summary><c>heluo pack test</c>: runs the cases a pack holds under <c>tests/</c>.</summary>
internal static class PackTestVerb
{
    public static Command Command()
    {
        var folder = PackVerb.Folder();
        var command = new Command("test", Help.Text(
            "Checks a pack and runs its tests: given answers against the papers, steps and days they must give.",
            "./heluo pack test packs/my-city"))
        {
            folder, Shared.Json(),
        };
        command.SetAction(words =>
        {
            var report = Kinds.Reader.Test(words.GetRequiredValue(folder).FullName);
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
