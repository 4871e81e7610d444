using System.CommandLine;
using System.Globalization;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Operating;
using Heluo.Storage;
using NodaTime;
using NodaTime.Text;

namespace Heluo.Verbs.Backups;

/// <summary><c>heluo restore</c>: brings a store back from a backup, whole or as of a moment, and verifies
/// it.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<DirectoryInfo> Source = new("dir")
    {
        Description = "Folder of the backup.", HelpName = "DIR",
    };

    private static readonly Option<DirectoryInfo> Keys = new("--keys")
    {
        Description = "Folder of the keys that were copied apart.",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "Moment to go back to, UTC, such as 2026-02-13T16:30:00Z. Default: the end of the backup.",
        HelpName = "TIME",
    };

    public static Command Command()
    {
        var data = Shared.DataOfServer();
        var command = new Command("restore", Help.Text(
            "Brings a store back from a backup into an empty folder, or into the empty database that "
            + "HELUO_STORE__ADDRESS names, as of its end or of a moment; then verifies it. Whoever was forgotten since "
            + "stays forgotten.",
            "./heluo restore /mnt/backup --data /srv/again --keys /mnt/safe/keys",
            "./heluo restore /mnt/backup --data /srv/again --keys /mnt/safe/keys --at 2026-02-13T16:30:00Z"))
        {
            Source, data, Keys, At, Shared.Json(),
        };
        command.SetAction(async (words, ct) =>
        {
            var at = (Instant?)null;
            if (words.GetValue(At) is { } said)
            {
                if (!InstantPattern.ExtendedIso.Parse(said).TryGetValue(default, out var moment))
                {
                    return Report.Refuse(words, HostRefusals.Moment(said));
                }

                at = moment;
            }

            return Report.Give(
                words,
                await RunAsync(
                    words.GetRequiredValue(Source).FullName, words.GetRequiredValue(data).FullName,
                    words.GetRequiredValue(Keys).FullName, at, ct),
                Text);
        });
        return command;
    }

    private static async Task<Outcome<RestoredStore>> RunAsync(
        string source, string data, string keys, Instant? at, CancellationToken ct)
    {
        if (!(await OpenedCity.RestoreAsync(source, data, keys, at, ct)).TryGet(out var restored, out var refusal)
            || !OpenedCity.OpenStore(data).TryGet(out var store, out refusal))
        {
            return refusal;
        }

        using (store)
        {
            return store.Checkpoints.Read().TryGet(out var checkpoints, out refusal)
                && (await store.VerifyAsync(checkpoints, key: null, ct)).TryGet(out var verified, out refusal)
                ? new RestoredStore(
                    data, restored.Epoch, InstantPattern.ExtendedIso.Format(restored.Until), StoreVerified.Of(verified))
                : refusal;
        }
    }

    private static string Text(RestoredStore done) => string.Create(CultureInfo.InvariantCulture, $"""
        Restored into {done.Data} as of {done.Until}; epoch {done.Epoch} begins.
        {done.Verified.Text()}
        """);

    private sealed record RestoredStore(string Data, int Epoch, string Until, StoreVerified Verified);
}
