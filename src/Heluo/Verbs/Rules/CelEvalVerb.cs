using System.CommandLine;
using System.Text.Json;
using Heluo.Cel;
using Heluo.Cli;
using Heluo.Kernel;

namespace Heluo.Verbs.Rules;

/// <summary><c>heluo cel eval</c>: what one expression gives.</summary>
internal static class CelEvalVerb
{
    private const long MostBytes = 16L << 20;

    public static Command Command()
    {
        var source = new Argument<string>("expr") { Description = "The expression.", HelpName = "EXPR" };
        var variables = new Option<FileInfo?>("--vars")
        {
            Description = "A JSON object; each of its members is a variable.", HelpName = "FILE.json",
        };
        var command = new Command("eval", Help.Text(
            "Evaluates an expression. Exits with 1 when it is at fault or has no value.",
            "./heluo cel eval 'items.filter(i, i.price < limit)' --vars basket.json --json"))
        {
            source, variables, Shared.Json(),
        };
        command.SetAction(words =>
            Read(words.GetValue(variables)).TryGet(out var given, out var refusal)
                ? Answer(words, words.GetRequiredValue(source), given)
                : Report.Refuse(words, refusal));
        return command;
    }

    private static Outcome<JsonElement> Read(FileInfo? file)
    {
        if (file is null)
        {
            return JsonSerializer.SerializeToElement(new { });
        }

        if (!file.Exists || file.Length > MostBytes)
        {
            return CelRefusals.Variables(file.Name, file.Exists ? "it is over 16 MB" : "there is no such file");
        }

        try
        {
            using var stream = file.OpenRead();
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : CelRefusals.Variables(file.Name, "it is no object");
        }
        catch (JsonException wrong)
        {
            return CelRefusals.Variables(file.Name, wrong.Message);
        }
    }

    private static int Answer(ParseResult words, string source, JsonElement given)
    {
        var environment = given.EnumerateObject().Select(one => one.Name).Distinct(StringComparer.Ordinal)
            .Aggregate(CelEnvironment.Standard, (before, name) => before.Declare(name, CelType.Dyn));
        var compiled = environment.Compile(source);
        if (compiled.Program is not { } program)
        {
            return Fault(words, [.. compiled.Faults.Select(one => new Wrong(one.Code, one.Message, one.At))]);
        }

        var frame = environment.Frame();
        foreach (var one in given.EnumerateObject())
        {
            frame.Set(one.Name, CelValue.From(one.Value));
        }

        var result = program.Run(frame);
        if (result.Error is { } error)
        {
            return Fault(words, [new Wrong(error.Code, error.Message, error.At)]);
        }

        using var value = JsonDocument.Parse(result.Value.ToJson());
        return Report.Give(words, new { value = value.RootElement }, _ => result.ToString());
    }

    private static int Fault(ParseResult words, Wrong[] wrong) => Report.Give(
        words,
        new
        {
            error = wrong[0].Message, code = wrong[0].Code, line = wrong[0].At?.Line, column = wrong[0].At?.Column,
            faults = wrong.Length > 1
                ? wrong.Select(one => new
                {
                    error = one.Message, code = one.Code, line = one.At?.Line, column = one.At?.Column,
                })
                : null,
        },
        _ => string.Join('\n', wrong.Select(one => one.At is { } at
            ? $"{at}: {one.Code}: {one.Message}" : $"{one.Code}: {one.Message}")),
        ExitStatus.Refused);

    private sealed record Wrong(string Code, string Message, CelPosition? At);
}
