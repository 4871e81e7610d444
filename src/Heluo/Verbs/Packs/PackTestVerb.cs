using System.CommandLine;
using Heluo.Hosting;

namespace Heluo.Verbs.Packs;

/// <summary><c>heluo pack test</c>: runs the cases a pack holds under <c>tests/</c>.</summary>
internal static class PackTestVerb
{
    public static Command Command() => PackVerb.Reporting(
        "test",
        "Checks a pack and runs its tests: given answers against the papers, steps and days they must give.",
        (_, folder) =>
        {
            var report = Kinds.Reader.Test(folder);
            return (report.ToJson, report.Write, report.ExitStatus);
        });
}
