using System.CommandLine;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Kernel;

namespace Heluo.Verbs;

/// <summary><c>heluo openapi</c>: writes the OpenAPI document of the programming surface.</summary>
internal static class OpenApiVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo?>("file")
        {
            Description = "Where to write. Default: the screen.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var city = Shared.City();
        var command = new Command("openapi", Help.Text(
            "Writes the OpenAPI 3.1 document of the programming surface.", "./heluo openapi docs/api/openapi.json"))
        {
            file, city, Shared.Json(),
        };
        command.SetAction(async (words, ct) =>
        {
            if (!(await ReadAsync(words.GetValue(city), ct)).TryGet(out var document, out var refusal))
            {
                return Report.Refuse(words, refusal);
            }

            if (words.GetValue(file) is not { } target)
            {
                await words.InvocationConfiguration.Output.WriteAsync(document);
                return ExitStatus.Done;
            }

            await File.WriteAllTextAsync(target.FullName, document, ct);
            return Report.Give(words, new { file = target.FullName }, it => $"Wrote {it.file}.");
        });
        return command;
    }

    /// <summary>
    /// Starts a house that holds nothing, on a free port and in a folder that goes again, and asks it.
    /// </summary>
    public static async Task<Outcome<string>> ReadAsync(DirectoryInfo? named, CancellationToken ct)
    {
        if (!Places.City(named).TryGet(out var city, out var refusal))
        {
            return refusal;
        }

        var data = Directory.CreateTempSubdirectory("heluo-openapi-");
        try
        {
            var settings = new HouseSettings(HouseMode.Tend, data.FullName, city) { Urls = "http://127.0.0.1:0" };
            if (!(await Running.StartAsync(settings, ct)).TryGet(out var house, out refusal))
            {
                return refusal;
            }

            await using (house)
            {
                using var client = new HttpClient { BaseAddress = house.Address };
                var document = await client.GetStringAsync(ApiDocument.Path, ct);
                return document.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
