using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Verbs.Packs;

namespace Heluo.Verbs.New;

/// <summary><c>heluo new city</c>: a small city of one's own, ready to be served.</summary>
internal static class NewCityVerb
{
    private static readonly Option<string> Zone = new("--zone")
    {
        Description = "The zone whose clock the city keeps, e.g. Europe/London.",
        HelpName = "ZONE",
        DefaultValueFactory = _ => "Etc/UTC",
    };

    public static Command Command()
    {
        var (folder, name) = (PackVerb.Folder(), NewVerb.Name("city"));
        var command = new Command("city", Help.Text(
            "Begins a small English city in an empty folder: calendar, districts, bodies, items, a street problem.",
            "./heluo new city packs/my-town --name \"My Town\" --zone Europe/London",
            "./heluo serve --city packs/my-town"))
        {
            folder, name, Zone, Shared.Json(),
        };
        command.SetAction(words =>
        {
            var into = words.GetRequiredValue(folder).FullName;
            var city = new CityScaffold
            {
                Year = HouseSettings.Wall.Now().InUtc().Year,
                Name = words.GetValue(name),
                Zone = words.GetRequiredValue(Zone),
            };
            return NewVerb.Begun(words, into, city.Write(into), next: "check");
        });
        return command;
    }
}
