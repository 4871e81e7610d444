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
        var command = new Command("serve", Help.Text(
            "Runs a city that works: real identity provider, no demo data, no demo logins, no clock page.",
            "HELUO_IDENTITY__AUTHORITY=https://id.example.org HELUO_IDENTITY__CLIENTID=heluo "
            + "./heluo serve --data /srv/heluo --city packs/my-city"))
        {
            data, city, urls, Shared.Json(),
        };
        command.SetAction(async (words, ct) =>
        {
            var settings = new HouseSettings(
                HouseMode.Serve, words.GetRequiredValue(data).FullName, words.GetRequiredValue(city).FullName)
            {
                Urls = words.GetRequiredValue(urls),
            };
            if (!(await Running.StartAsync(settings, ct)).TryGet(out var house, out var refusal))
            {
                return Report.Refuse(words, refusal);
            }

            await using (house)
            {
                Report.Give(words, new { addresses = house.Addresses }, it =>
                    $"Serving at {string.Join(' ', it.addresses)}");
                await house.StoppedAsync(ct);
            }

            return ExitStatus.Done;
        });
        return command;
    }
}
