using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heluo.Kernel;

namespace Heluo.Cli;

/// <summary>Says what a verb found, to a person or to a program.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Gives the value as JSON when asked so, else as text.</summary>
    public static int Give<T>(ParseResult words, T value, Func<T, string> text, int status = ExitStatus.Done)
    {
        var said = IsJson(words) ? Line(value) : text(value);
        words.InvocationConfiguration.Output.WriteLine(said.TrimEnd('\n'));
        return status;
    }

    /// <summary>Gives the outcome's value, or refuses.</summary>
    public static int Give<T>(ParseResult words, Outcome<T> outcome, Func<T, string> text) =>
        outcome.TryGet(out var value, out var refusal) ? Give(words, value, text) : Refuse(words, refusal);

    /// <summary>Refuses in one sentence with its code, and every fault on a line of its own.</summary>
    public static int Refuse(ParseResult words, Refusal refusal) =>
        new Saying(IsJson(words), words.InvocationConfiguration.Output, words.InvocationConfiguration.Error)
            .Refuse(refusal);

    /// <summary>Whether a program asks, told without understanding another word of the line.</summary>
    public static bool IsJson(string[] words) => words.Any(word => word is Shared.JsonName or "--json=true");

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Json);

    private static bool IsJson(ParseResult words) => words.GetValue<bool>(Shared.JsonName);
}
