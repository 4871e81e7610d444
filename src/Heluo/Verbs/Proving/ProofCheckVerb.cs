using System.CommandLine;
using System.Globalization;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Storage;
using NodaTime.Text;

namespace Heluo.Verbs.Proving;

/// <summary><c>heluo proof check</c>: checks the proof of one fact with nothing but itself and the city's
/// key.</summary>
internal static class ProofCheckVerb
{
    private const long Longest = 2 * 1024 * 1024;

    private static readonly Argument<FileInfo> Proof = new("file") { Description = "The proof." };

    private static readonly Option<FileInfo> Key = new("--key")
    {
        Description = "Public key of the city's journal, PEM.",
        HelpName = "PEM",
        Required = true,
    };

    public static Command Command()
    {
        var command = new Command("check", Help.Text(
            "Checks that a fact stands in the journal of a city, without store and network. Exits with 1 when it is "
            + "not proven.",
            "./heluo proof check proof.json --key journal.pem"))
        {
            Proof, Key, Shared.Json(),
        };
        command.SetAction(words => Report.Give(
            words, Run(words.GetRequiredValue(Proof), words.GetRequiredValue(Key)), it => it.ToString()));
        return command;
    }

    private static Outcome<Proven> Run(FileInfo file, FileInfo pem)
    {
        if (new[] { file, pem }.FirstOrDefault(one => !one.Exists || one.Length > Longest) is { } unreadable)
        {
            return HostRefusals.NoFile(unreadable.FullName);
        }

        if (VerifyingKey.Read(File.ReadAllText(pem.FullName)) is not { } key)
        {
            return HostRefusals.NoKey(pem.FullName);
        }

        if (!FactProof.Read(File.ReadAllBytes(file.FullName)).TryGet(out var proof, out var refusal)
            || (refusal = proof.Check(key)) is not null)
        {
            return refusal;
        }

        var fact = proof.Fact;
        return new Proven(
            fact.Position, fact.Stream, fact.Version, fact.Kind, InstantPattern.ExtendedIso.Format(fact.At), fact.Actor,
            InstantPattern.ExtendedIso.Format(proof.Checkpoint.At), key.Fingerprint);
    }

    private sealed record Proven(
        long Position, string Stream, int Version, string Kind, string At, string Actor, string SignedAt, string Key)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
            Proven: fact {Position}, {Kind}, version {Version} of {Stream}, written {At} by {Actor}.
            It lies under the checkpoint signed {SignedAt} with the key {Key}
            """);
    }
}
