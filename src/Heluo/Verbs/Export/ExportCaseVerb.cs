using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Operating;
using Heluo.Services;

namespace Heluo.Verbs.Export;

/// <summary><c>heluo export case</c>: writes one archive of one case. Beside a running house the house writes
/// it.</summary>
internal static class ExportCaseVerb
{
    private static readonly Argument<string> Number = new("number") { Description = "Number of the case." };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Folder of the store and the keys. Default: data/demo.",
        HelpName = "DIR",
    };

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Where to write. Default: NUMBER.zip here.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Purpose = new("--purpose")
    {
        Description = "What for, as the access log will say: small letters, digits and hyphens.",
        DefaultValueFactory = static _ => ExportCase.UsualPurpose,
    };

    private static readonly Option<bool> Sealed = new("--sealed")
    {
        Description = "Leave names, personal answers and papers sealed; nothing personal is read.",
    };

    private static readonly Option<string?> Site = new("--site")
    {
        Description = "Address of the city, which the codes on documents lead to. Default: where the house listens.",
        HelpName = "URL",
    };

    public static Command Command()
    {
        var command = new Command("case", Help.Text(
            "Writes one archive of one case: facts, limits with their evidence, official documents, papers, the rules "
            + "it ran under, signed with the key of the city. What is personal is opened and written down, or left "
            + "sealed.",
            "./heluo export case 41010511420105…0001 --out case.zip --purpose court-order",
            "./heluo export case 41010511420105…0001 --data /srv/heluo --sealed"))
        {
            Number, Data, Out, Purpose, Sealed, Site, Shared.Json(),
        };
        command.SetAction(async (words, ct) => Report.Give(words, await RunAsync(words, ct), it => it.ToString()));
        return command;
    }

    private static async Task<Outcome<Written>> RunAsync(ParseResult words, CancellationToken ct)
    {
        var asked = new OperatorExport(
            words.GetRequiredValue(Number), words.GetRequiredValue(Purpose), !words.GetValue(Sealed),
            Environment.UserName, words.GetValue(Site));
        var target = words.GetValue(Out)?.FullName ?? Path.GetFullPath(ArchiveDraft.NameOf(asked.Number));
        var draft = target + ".part";
        try
        {
            await using (var file = Draft(draft))
            {
                var data = words.GetValue(Data)?.FullName ?? Places.DemoData;
                var exported = await OperatorCall.AskAsync<ArchiveWritten>(data, asked, file, ct);
                if (!exported.TryGet(out var answer, out var refusal))
                {
                    return refusal;
                }

                file.Flush(flushToDisk: true);
                File.Move(draft, target, overwrite: true);
                return new Written(asked.Number, target, file.Length, answer.Files, answer.Facts, asked.Open);
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return HostRefusals.Out(target, wrong.Message);
        }
        finally
        {
            Remove(draft);
        }
    }

    // It holds what is personal: nobody else may read it, from its first byte.
    private static FileStream Draft(string path)
    {
        Remove(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static void Remove(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private sealed record Written(string Case, string File, long Bytes, int Files, int Facts, bool Opened)
    {
        public override string ToString() =>
            $"Wrote {File}: {Files} files, {Facts} facts, {Bytes} bytes; "
            + (Opened ? "personal data opened and written down." : "personal data left sealed.");
    }
}
