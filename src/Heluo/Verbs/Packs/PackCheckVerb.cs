using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Heluo.Hosting;
using Heluo.Packs;

namespace Heluo.Verbs.Packs;

/// <summary><c>heluo pack check</c>: every fault of a pack at once, and what its modules report.</summary>
internal static class PackCheckVerb
{
    private static readonly Option<bool> Timing = new("--timing")
    {
        Description = "Also loads it as a house does when it starts, first of all, and says on the error side how long "
            + "that took.",
    };

    public static Command Command()
    {
        var command = PackVerb.Reporting(
            "check",
            "Lists every fault of a pack as file:line: code: sentence, and each item's paths in working days.",
            (words, folder) =>
            {
                if (words.GetValue(Timing))
                {
                    words.InvocationConfiguration.Error.WriteLine(Time(folder));
                }

                var report = Kinds.Reader.Report(folder);
                return (report.ToJson, report.Write, report.ExitStatus);
            });
        command.Add(Timing);
        return command;
    }

    private static string Time(string folder)
    {
        var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var (compiling, methods) = (JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount());
        Kinds.Reader.Load(folder);
        var cpu = Environment.CpuUsage.TotalTime - used;
        compiling = JitInfo.GetCompilationTime() - compiling;
        methods = JitInfo.GetCompiledMethodCount() - methods;
        var wall = Stopwatch.GetElapsedTime(began);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"load: {wall.TotalMilliseconds:0} ms; {cpu.TotalMilliseconds:0} ms of processor; ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{compiling.TotalMilliseconds:0} ms compiling {methods} methods");
    }
}
