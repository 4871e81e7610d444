namespace Heluo.Cli;

/// <summary>What a verb says about itself, always with an example.</summary>
internal static class Help
{
    public static string Text(string sentence, params string[] examples) =>
        $"{sentence}\n\n  Example:\n{string.Join('\n', examples.Select(example => $"    {example}"))}";
}
