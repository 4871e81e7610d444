using System.Text.Json;
using Heluo.Cli;

namespace Heluo.Tests;

/// <summary>What a line of words came to: the exit status and what was said on either side.</summary>
internal sealed record Said(int Status, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<Said> ByAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(words, output, error);
        return new Said(status, output.ToString(), error.ToString());
    }
}
