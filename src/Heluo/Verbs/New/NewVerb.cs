using System.Collections.Immutable;
using System.CommandLine;
using Heluo.Cli;
using Heluo.Kernel;

namespace Heluo.Verbs.New;

/// <summary><c>heluo new</c>: begins something of one's own.</summary>
internal static class NewVerb
{
    public static Command Command() => new("new", Help.Text("Begins a city.", "./heluo new city packs/my-town"))
    {
        NewCityVerb.Command(),
    };

    /// <summary>Says what was begun in a folder and which verb of <c>pack</c> comes next.</summary>
    public static int Begun(ParseResult words, string into, Outcome<ImmutableArray<string>> written, string next) =>
        Report.Give(
            words,
            written.Then<NewPack>(files => new NewPack(into, files)),
            it => $"Wrote {it.Files.Count} files to {it.Folder}.\nNext: ./heluo pack {next} {it.Folder}");

    public static Option<string?> Name(string what) => new("--name")
    {
        Description = $"The {what}'s name for people. Default: from the folder's name.",
        HelpName = "NAME",
    };
}

/// <summary>What was begun.</summary>
internal sealed record NewPack(string Folder, IReadOnlyList<string> Files);
