using System.CommandLine;
using Heluo.Cli;
using Heluo.Operating;

namespace Heluo.Verbs.Proving;

/// <summary><c>heluo verify</c>: proves that nobody altered the store. Beside a running house the house does
/// it.</summary>
internal static class VerifyVerb
{
    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Folder of the store and the keys. Default: data/demo.",
        HelpName = "DIR",
    };

    private static readonly Option<FileInfo?> Against = new("--against")
    {
        Description = "File of signed checkpoints that was kept elsewhere, one a line.",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Key = new("--key")
    {
        Description = "Public key the checkpoints must be signed with, PEM. Default: the key of the store.",
        HelpName = "PEM",
    };

    public static Command Command()
    {
        var command = new Command("verify", Help.Text(
            "Proves that nobody altered the store: every commit against its link, the links against signed "
            + "checkpoints, every document against its facts, every attachment against its name. Exits with 1 and "
            + "names the first record that is altered, missing or moved.",
            "./heluo verify",
            "./heluo verify --data /srv/heluo --against /mnt/elsewhere/checkpoints.jsonl --key journal.pem"))
        {
            Data, Against, Key, Shared.Json(),
        };
        command.SetAction(async (words, ct) => Report.Give(
            words,
            await OperatorCall.AskAsync<StoreVerified>(
                words.GetValue(Data)?.FullName ?? Places.DemoData,
                new OperatorVerify(
                    words.GetValue(Against)?.FullName,
                    words.GetValue(Key)?.FullName),
                Stream.Null, ct),
            it => it.Text()));
        return command;
    }
}
