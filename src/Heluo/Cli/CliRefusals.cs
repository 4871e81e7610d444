using System.Collections.Immutable;
using Heluo.Hosting;
using Heluo.Kernel;

namespace Heluo.Cli;

/// <summary>What the command line itself refuses.</summary>
internal static class CliRefusals
{
    /// <summary>What is told to a program when the house is at fault; the error side says more.</summary>
    public static Refusal Broken { get; } =
        HostRefusals.Broken with { Sentence = "Something here is broken; the error side says what." };

    /// <summary>The words were not understood; every fault at once.</summary>
    public static Refusal Words(ImmutableArray<string> faults) =>
        new(RefusalKind.Invalid, "cli.words", $"{string.Join(' ', faults)}");

    /// <summary>The machine would not read or write what it was asked to.</summary>
    public static Refusal Machine(Exception why) =>
        new(RefusalKind.Unavailable, "cli.machine", $"The machine would not do it: {why.Message}");
}
