using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Verbs;

/// <summary><c>heluo init</c>: makes the first administrator of a city, once.</summary>
internal static class InitVerb
{
    private const int LongestNumber = 100;

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

    private static readonly Option<string> Document = new("--document")
    {
        Description = "File whose first line is the number of their identity document, or - for standard input. "
            + "Only its keyed tag is kept: no person may be two administrators.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<IdentityScheme> Scheme = new("--scheme")
    {
        Description = "The sort of document: CitizenId, Passport or Other.",
        DefaultValueFactory = static _ => IdentityScheme.CitizenId,
    };

    public static Command Command()
    {
        var command = new Command("init", Help.Text(
            "Makes the first administrator of a city, who records officers and calls the other two administrators.",
            "./heluo init --data /srv/heluo --city packs/my-city --name \"Ada Berg\" --document ada.txt"))
        {
            Data, City, Id, Name, Document, Scheme, Issuer, Subject, Shared.Json(),
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

    private static async Task<Outcome<Made>> RunAsync(ParseResult words, CancellationToken ct)
    {
        if (!(await NumberAsync(words.GetRequiredValue(Document), ct)).TryGet(out var number, out var refusal))
        {
            return refusal;
        }

        var settings = new HouseSettings(
            HouseMode.Tend, words.GetRequiredValue(Data).FullName, words.GetRequiredValue(City).FullName);
        return await Tending.RunAsync<Made>(
            settings,
            async (house, stop) =>
            {
                var first = house.GetRequiredService<FirstAdministrator>();
                var (id, name) = (words.GetRequiredValue(Id), words.GetRequiredValue(Name));
                if (!AppointOfficer.TagOf(house.GetRequiredService<Tags>(), words.GetValue(Scheme), number)
                    .TryGet(out var tag, out var wrong))
                {
                    return wrong;
                }

                return words.GetValue(Issuer) is { } issuer
                    ? (await first.WithLoginAsync(id, name, issuer, words.GetValue(Subject)!, tag, stop))
                        .Then<Made>(made => new Made(made, Code: null))
                    : (await first.WithCodeAsync(id, name, tag, stop))
                        .Then<Made>(code => new Made($"officer/{id}", code));
            },
            ct);
    }

    // A number on the command line would stand in the history of the shell and in the list of processes.
    private static async Task<Outcome<string>> NumberAsync(string file, CancellationToken ct)
    {
        try
        {
            using var reader = file == "-" ? Console.In : new StreamReader(file);
            var line = new char[LongestNumber];
            var read = await reader.ReadBlockAsync(line, ct);
            return new string(line, 0, read).Split('\n')[0].Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HostRefusals.Unreadable(file);
        }
    }

    private sealed record Made(string Administrator, string? Code)
    {
        public override string ToString() => Code is null
            ? $"{Administrator} is the first administrator and signs in with the provider."
            : $"{Administrator} is the first administrator.\nSign in once with this code; it is not kept: {Code}";
    }
}
