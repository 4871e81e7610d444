using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Heluo.Cli;

namespace Heluo.Verbs;

/// <summary><c>heluo version</c>: which build this is.</summary>
internal static class VersionVerb
{
    public static string Number { get; } =
        typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static Command Command()
    {
        var command = new Command("version", Help.Text("Says which build this is.", "./heluo version --json"))
        {
            Shared.Json(),
        };
        command.SetAction(words => Report.Give(
            words,
            new { version = Number, runtime = RuntimeInformation.FrameworkDescription },
            it => $"heluo {it.version} on {it.runtime}"));
        return command;
    }
}
