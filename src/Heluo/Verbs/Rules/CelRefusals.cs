using Heluo.Kernel;

namespace Heluo.Verbs.Rules;

/// <summary>What the verbs of the rule language refuse.</summary>
internal static class CelRefusals
{
    public static Refusal NoFolder(string folder) => new(
        RefusalKind.NotFound, "cel.no_folder", $"There is no folder of tests at '{folder}'.");

    public static Refusal Variables(string file, string why) => new(
        RefusalKind.Invalid, "cel.variables", $"'{file}' does not hold one JSON object of variables: {why}");
}
