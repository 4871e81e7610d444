using System.CommandLine;
using Heluo.Cli;
using Heluo.Demo;
using Heluo.Hosting;
using Heluo.Kernel;

namespace Heluo.Verbs;

/// <summary><c>heluo demo</c>: a city to try, on this machine, at once.</summary>
internal static class DemoVerb
{
    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Folder that keeps the demo. Default: data/demo.",
        HelpName = "DIR",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen.",
        DefaultValueFactory = static _ => HouseSettings.DefaultUrl,
    };

    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Empty the folder and begin anew." };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of the generated people, firms and cases; the same seed gives the same city.",
        DefaultValueFactory = static _ => 1,
    };

    private static readonly Option<CitySize> Size = new("--size")
    {
        Description = "How much of a city is generated.",
        DefaultValueFactory = static _ => CitySize.Small,
    };

    private static readonly Option<string?> At = new("--at")
    {
        Description = "The time the city lives in, such as 2026-02-13T16:30; never before the time it was left at.",
        HelpName = "TIME",
    };

    public static Command Command()
    {
        var city = Shared.City();
        var command = new Command("demo", Help.Text(
            "Starts the demo city, prints its addresses and logins, and keeps its data.",
            "./heluo demo",
            "./heluo demo --fresh --at 2026-02-09"))
        {
            Data, Urls, Fresh, Seed, Size, At, city, Shared.Json(),
        };
        Size.AcceptOnlyFromAmong("small", "city");
        command.SetAction((words, ct) => RunAsync(words, words.GetValue(city), ct));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult words, DirectoryInfo? named, CancellationToken ct)
    {
        if (!Settings(words, named).TryGet(out var settings, out var refusal)
            || !(await Running.StartAsync(settings, ct)).TryGet(out var house, out refusal))
        {
            return Report.Refuse(words, refusal);
        }

        await using (house)
        {
            Report.Give(words, Welcome.To(house, settings), it => it.ToString());
            if (await house.StoppedAsync(ct) is { } ended)
            {
                return Report.Refuse(words, ended);
            }
        }

        return ExitStatus.Done;
    }

    private static Outcome<HouseSettings> Settings(ParseResult words, DirectoryInfo? named)
    {
        var data = words.GetValue(Data)?.FullName ?? Places.DemoData;
        return Places.City(named).Then<HouseSettings>(city =>
        {
            var settings = new HouseSettings(HouseMode.Demo, data, city)
            {
                Urls = words.GetRequiredValue(Urls),
                Seed = words.GetValue(Seed),
                Size = words.GetValue(Size),
                At = words.GetValue(At),
            };
            return words.GetValue(Fresh) && Emptying.Empty(data) is { } refusal ? refusal : settings;
        });
    }
}
