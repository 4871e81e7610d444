using System.CommandLine;
using System.Globalization;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Operating;

namespace Heluo.Verbs.Backups;

/// <summary><c>heluo backup</c>: adds to a backup what has come since the last time. Beside a running house the house
/// does
/// it.</summary>
internal static class BackupVerb
{
    private static readonly Argument<DirectoryInfo> Target = new("dir")
    {
        Description = "Folder of the backup; the next run adds to it.", HelpName = "DIR",
    };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Folder of the store and the keys. Default: data/demo.",
        HelpName = "DIR",
    };

    private static readonly Option<DirectoryInfo?> Keys = new("--keys")
    {
        Description = "Copy the keys here, another disk than the backup: data and keys never lie together.",
        HelpName = "DIR",
    };

    public static Command Command()
    {
        var command = new Command("backup", Help.Text(
            "Adds to a backup what the journal has come to since the last run: facts, attachments, checkpoints. Keys "
            + "are not in it, so that whoever is forgotten is forgotten in every copy; copy them apart with --keys.",
            "./heluo backup /mnt/backup --data /srv/heluo",
            "./heluo backup /mnt/backup --data /srv/heluo --keys /mnt/safe/keys"))
        {
            Target, Data, Keys, Shared.Json(),
        };
        command.SetAction(async (words, ct) =>
        {
            var (target, keys) = (words.GetRequiredValue(Target).FullName, words.GetValue(Keys)?.FullName);
            if (keys is not null && Path.GetFullPath(keys + "/").StartsWith(
                    Path.GetFullPath(target + "/"), StringComparison.Ordinal))
            {
                return Report.Refuse(words, HostRefusals.KeysInside(keys));
            }

            return Report.Give(
                words,
                await OperatorCall.AskAsync<BackupWritten>(
                    words.GetValue(Data)?.FullName ?? Places.DemoData, new OperatorBackup(target, keys),
                    Stream.Null, ct),
                Text);
        });
        return command;
    }

    private static string Text(BackupWritten done) => string.Create(CultureInfo.InvariantCulture, $"""
        The backup in {done.Folder} holds {done.Facts} facts; newest link: {done.Link}
        {(done.Keys is null ? "Keys are not in it: copy them apart with --keys." : $"Keys were copied to {done.Keys}")}
        """);
}
