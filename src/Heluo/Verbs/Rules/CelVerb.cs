using System.CommandLine;
using Heluo.Cli;

namespace Heluo.Verbs.Rules;

/// <summary><c>heluo cel</c>: the rule language of packs, tried by hand and against its standard.</summary>
internal static class CelVerb
{
    public static Command Command() => new("cel", Help.Text(
        "Tries the rule language of packs (CEL), and holds it against the tests of its standard.",
        "./heluo cel eval '2 + 3 < size(name)' --vars names.json"))
    {
        CelEvalVerb.Command(),
        CelConformVerb.Command(),
    };
}
