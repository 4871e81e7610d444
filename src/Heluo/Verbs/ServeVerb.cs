using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;

namespace Heluo.Verbs;

/// <summary><c>heluo serve</c>: runs a city that works.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var (data, city) = (Shared.DataOfServer(), Shared.CityOfServer());
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen.",
            DefaultValueFactory = static _ => HouseSettings.DefaultUrl,
        };
        var right = new Option<bool>("--time-is-right")
        {
            Description = "You have looked at the clock of this machine and it is right, though the house doubts it.",
        };
        var command = new Command("serve", Help.Text(
            "Runs a city that works: real identity provider, no demo data, no demo logins, no clock page.",
            "HELUO_IDENTITY__AUTHORITY=https://id.example.org HELUO_IDENTITY__CLIENTID=heluo "
            + "./heluo serve --data /srv/heluo --city packs/my-city"))
        {
            data, city, urls, right, Shared.Json(),
        };
        command.SetAction(async (words, ct) =>
        {
            var settings = new HouseSettings(
                HouseMode.Serve, words.GetRequiredValue(data).FullName, words.GetRequiredValue(city).FullName)
            {
                Urls = words.GetRequiredValue(urls),
                TimeIsRight = words.GetValue(right),
            };
            if (!(await Running.StartAsync(settings, ct)).TryGet(out var house, out var refusal))
            {
                return Report.Refuse(words, refusal);
            }

            await using (house)
            {
                Report.Give(words, new { addresses = house.Addresses }, it =>
                    $"Serving at {string.Join(' ', it.addresses)}");
                if (await house.StoppedAsync(ct) is { } ended)
                {
                    return Report.Refuse(words, ended);
                }
            }

            return ExitStatus.Done;
        });
        return command;
    }
}
