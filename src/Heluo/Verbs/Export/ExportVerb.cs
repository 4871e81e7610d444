using System.CommandLine;
using Heluo.Cli;

namespace Heluo.Verbs.Export;

/// <summary><c>heluo export</c>: what leaves the house whole, and the check of it.</summary>
internal static class ExportVerb
{
    public static Command Command() => new("export", Help.Text(
        "Writes a case into an archive that verifies alone, and verifies one.",
        "./heluo export case 41010511420105…0001 --out case.zip",
        "./heluo export verify case.zip --key city.pem"))
    {
        ExportCaseVerb.Command(),
        ExportVerifyVerb.Command(),
    };
}
