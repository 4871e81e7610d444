using System.CommandLine;
using Heluo.Verbs;
using Heluo.Verbs.Backups;
using Heluo.Verbs.Calendar;
using Heluo.Verbs.Export;
using Heluo.Verbs.New;
using Heluo.Verbs.Packs;
using Heluo.Verbs.Proving;
using Heluo.Verbs.Rules;

namespace Heluo.Cli;

/// <summary>The verbs of the executable and how a line of words becomes an exit status.</summary>
internal static class CommandLine
{
    public static RootCommand Root { get; } = new(Help.Text(
        "Heluo, an open city brain: public services and street-level governance on one case engine.",
        "./heluo demo",
        "./heluo calendar due --start 2021-01-04 --days 30"))
    {
        DemoVerb.Command(),
        ServeVerb.Command(),
        InitVerb.Command(),
        CalendarVerb.Command(),
        PackVerb.Command(),
        NewVerb.Command(),
        ExportVerb.Command(),
        VerifyVerb.Command(),
        BackupVerb.Command(),
        RestoreVerb.Command(),
        ProofVerb.Command(),
        CelVerb.Command(),
        OpenApiVerb.Command(),
        VersionVerb.Command(),
    };

    public static Task<int> RunAsync(string[] words) => RunAsync(words, Console.Out, Console.Error);

    /// <summary>Runs one line of words. Gives an <see cref="ExitStatus"/>.</summary>
    public static async Task<int> RunAsync(string[] words, TextWriter output, TextWriter error)
    {
        var say = new Saying(Report.IsJson(words), output, error);
        var parsed = Root.Parse(words.Length == 0 ? ["--help"] : words);
        if (Misspoken.Faults(parsed) is { Length: > 0 } faults)
        {
            say.Refuse(CliRefusals.Words(faults), [.. faults, $"see ./heluo {Misspoken.Path(parsed)}--help"]);
            return ExitStatus.Misspoken;
        }

        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // the host drains running requests itself, and takes its time
        };
        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return say.Refuse(CliRefusals.Machine(refused));
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            say.Refuse(CliRefusals.Broken, [$"{broken}"]);
            return ExitStatus.Broken;
        }
    }
}
