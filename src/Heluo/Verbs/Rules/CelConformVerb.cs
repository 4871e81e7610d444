using System.CommandLine;
using System.Globalization;
using System.Text;
using Heluo.Cel;
using Heluo.Cli;

namespace Heluo.Verbs.Rules;

/// <summary><c>heluo cel conform</c>: runs tests of the standard, in the JSON form of its
/// <c>SimpleTestFile</c>.</summary>
internal static class CelConformVerb
{
    private const int Shown = 50;

    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("dir")
        {
            Description = "Folder with the test files, *.json.", HelpName = "DIR",
        };
        var command = new Command("conform", Help.Text(
            "Runs the tests of the standard that lie in a folder. Exits with 1 when one fails.",
            "./heluo cel conform cel-spec/json --json"))
        {
            folder, Shared.Json(),
        };
        command.SetAction((words, ct) =>
        {
            var path = words.GetRequiredValue(folder).FullName;
            if (!Directory.Exists(path))
            {
                return Task.FromResult(Report.Refuse(words, CelRefusals.NoFolder(path)));
            }

            var report = CelConformance.Run(path, ct);
            var said = new
            {
                passed = report.Passed, failed = report.Failed, leftOut = report.LeftOut.Count,
                failures = report.Failures.Take(Shown),
                reasons = report.LeftOut.CountBy(one => one.Reason).OrderByDescending(one => one.Value)
                    .Select(one => new { reason = one.Key, tests = one.Value }),
            };
            return Task.FromResult(Report.Give(
                words, said, _ => Text(report), report.Failed == 0 ? ExitStatus.Done : ExitStatus.Refused));
        });
        return command;
    }

    private static string Text(CelConformanceReport report)
    {
        var text = new StringBuilder();
        foreach (var one in report.Failures.Take(Shown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{one.Test}: {one.Reason}");
        }

        return text.Append(
                CultureInfo.InvariantCulture,
                $"{report.Passed} passed, {report.Failed} failed, {report.LeftOut.Count} left out")
            .ToString();
    }
}
