using System.CommandLine;
using Heluo.Cli;

namespace Heluo.Verbs.Proving;

/// <summary><c>heluo proof</c>: the proof that one fact stands in the journal, and the check of it.</summary>
internal static class ProofVerb
{
    public static Command Command() => new("proof", Help.Text(
        "Writes the proof that one fact stands in the journal, and checks one without any store.",
        "./heluo proof take 42 --out proof.json",
        "./heluo proof check proof.json --key journal.pem"))
    {
        ProofTakeVerb.Command(),
        ProofCheckVerb.Command(),
    };
}
