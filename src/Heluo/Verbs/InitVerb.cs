using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Verbs;

/// <summary><c>heluo init</c>: makes the first administrator of a city, once.</summary>
internal static class InitVerb
{
    private static readonly Option<DirectoryInfo> Data = Shared.DataOfServer();

    private static readonly Option<DirectoryInfo> City = Shared.CityOfServer();

    private static readonly Option<string> Id = new("--id")
    {
        Description = "Id of the administrator: small letters, digits and hyphens.",
        DefaultValueFactory = static _ => "first-administrator",
    };

    private static readonly Option<string> Name = new("--name")
    {
        Description = "Their name at work.",
        Required = true,
    };

    private static readonly Option<string?> Issuer = new("--issuer")
    {
        Description = "The identity provider they sign in with, as its tokens name it; needs --subject.",
        HelpName = "URL",
    };

    private static readonly Option<string?> Subject = new("--subject")
    {
        Description = "The provider's name for them. Without a provider a code is given that signs in once.",
    };

    public static Command Command()
    {
        var command = new Command("init", Help.Text(
            "Makes the first administrator of a city, who records officers and calls the other two administrators.",
            "./heluo init --data /srv/heluo --city packs/my-city --name \"Ada Berg\""))
        {
            Data, City, Id, Name, Issuer, Subject, Shared.Json(),
        };
        command.Validators.Add(words =>
        {
            if (words.GetResult(Issuer) is null != words.GetResult(Subject) is null)
            {
                words.AddError("--issuer and --subject are given together or not at all.");
            }
        });
        command.SetAction(async (words, ct) => Report.Give(words, await RunAsync(words, ct), it => it.ToString()));
        return command;
    }

    private static Task<Outcome<Made>> RunAsync(ParseResult words, CancellationToken ct)
    {
        var settings = new HouseSettings(
            HouseMode.Tend, words.GetRequiredValue(Data).FullName, words.GetRequiredValue(City).FullName);
        return Tending.RunAsync<Made>(
            settings,
            async (house, stop) =>
            {
                var first = house.GetRequiredService<FirstAdministrator>();
                var (id, name) = (words.GetRequiredValue(Id), words.GetRequiredValue(Name));
                return words.GetValue(Issuer) is { } issuer
                    ? (await first.WithLoginAsync(id, name, issuer, words.GetValue(Subject)!, ct: stop))
                        .Then<Made>(made => new Made(made, Code: null))
                    : (await first.WithCodeAsync(id, name, ct: stop))
                        .Then<Made>(code => new Made($"officer/{id}", code));
            },
            ct);
    }

    private sealed record Made(string Administrator, string? Code)
    {
        public override string ToString() => Code is null
            ? $"{Administrator} is the first administrator and signs in with the provider."
            : $"{Administrator} is the first administrator.\nSign in once with this code; it is not kept: {Code}";
    }
}
