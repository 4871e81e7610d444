using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
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

    private static readonly Option<FileInfo[]> Against = new("--against")
    {
        Description = "File of signed checkpoints that was kept elsewhere; may be given several times.",
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
                    [.. (words.GetValue(Against) ?? []).Select(file => file.FullName)],
                    words.GetValue(Key)?.FullName),
                Stream.Null, ct),
            Text));
        return command;
    }

    private static string Text(StoreVerified found)
    {
        var erased = string.Concat(found.Erased.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"Forgotten by order {one.Order}, {one.At}: {one.Keys} keys.\n")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            Nothing was altered: {found.Facts} facts in {found.Commits} commits hang together.
            {found.Documents} documents are what their facts give, {found.Attachments} attachments what was attached.
            The journal agrees with {found.Checkpoints} signed checkpoints.
            {erased}Newest link: {found.Link}
            """);
    }
}
