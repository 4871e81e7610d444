using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Verbs.New;

namespace Heluo.Verbs.Packs;

/// <summary><c>heluo pack new</c>: begins a scenario, alone or on a city.</summary>
internal static class PackNewVerb
{
    private static readonly Option<string?> On = new("--on")
    {
        Description = "The city or pack it stands on: the name of a folder beside its own. Default: it stands alone.",
        HelpName = "PACK",
    };

    public static Command Command()
    {
        var (folder, name) = (PackVerb.Folder(), NewVerb.Name("scenario"));
        var command = new Command("new", Help.Text(
            "Begins a scenario in an empty folder: one item with its procedure, rules, documents and tests.",
            "./heluo pack new packs/my-scenario",
            "./heluo pack new packs/my-scenario --on my-town --name \"Open-air stages\""))
        {
            folder, name, On, Shared.Json(),
        };
        command.SetAction(words =>
        {
            var into = words.GetRequiredValue(folder).FullName;
            var scenario = new PackScaffold
            {
                Year = HouseSettings.Wall.Now().InUtc().Year,
                Name = words.GetValue(name),
                On = words.GetValue(On),
            };
            return NewVerb.Begun(words, into, scenario.Write(into), next: "test");
        });
        return command;
    }
}
