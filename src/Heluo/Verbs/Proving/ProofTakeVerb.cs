using System.CommandLine;
using System.Globalization;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Operating;

namespace Heluo.Verbs.Proving;

/// <summary><c>heluo proof take</c>: writes the proof of one fact.</summary>
internal static class ProofTakeVerb
{
    private static readonly Argument<long> Position = new("position") { Description = "Position of the fact." };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Folder of the store and the keys. Default: data/demo.",
        HelpName = "DIR",
    };

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Where to write. Default: proof-POSITION.json here.",
        HelpName = "FILE",
    };

    public static Command Command()
    {
        var command = new Command("take", Help.Text(
            "Writes the proof that the fact at a position stands in the journal: the fact and its way to a signed "
            + "checkpoint. What is personal in it stays sealed.",
            "./heluo proof take 42 --out proof.json"))
        {
            Position, Data, Out, Shared.Json(),
        };
        command.SetAction(async (words, ct) =>
        {
            var position = words.GetRequiredValue(Position);
            var path = words.GetValue(Out)?.FullName
                ?? Path.GetFullPath(string.Create(CultureInfo.InvariantCulture, $"proof-{position}.json"));
            var proof = new MemoryStream();
            var asked = await OperatorCall.AskAsync<ProofWritten>(
                words.GetValue(Data)?.FullName ?? Places.DemoData, new OperatorProof(position), proof, ct);
            if (!asked.TryGet(out var written, out var refusal))
            {
                return Report.Refuse(words, refusal);
            }

            try
            {
                await File.WriteAllBytesAsync(path, proof.ToArray(), ct);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                return Report.Refuse(words, HostRefusals.Out(path, wrong.Message));
            }

            return Report.Give(
                words, new { file = path, written.Position, written.Stream, written.Kind, written.Checkpoint },
                it => string.Create(
                    CultureInfo.InvariantCulture, $"Wrote {it.file}: fact {it.Position}, {it.Kind} of {it.Stream}."));
        });
        return command;
    }
}
