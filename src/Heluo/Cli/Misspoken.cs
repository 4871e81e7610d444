using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace Heluo.Cli;

/// <summary>Says what was wrong with a line of words, without naming a type of ours.</summary>
internal static class Misspoken
{
    /// <summary>Every fault of the line, each a sentence on one line; none when it was understood.</summary>
    public static ImmutableArray<string> Faults(ParseResult parsed) =>
        [.. parsed.Errors.Select(Sentence).Concat(Unknown(parsed)).Distinct(StringComparer.Ordinal)];

    // The parser takes a misspelt option for the name of a folder, or for the value of the option before it.
    private static IEnumerable<string> Unknown(ParseResult parsed) =>
        parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument
                && token.Value.StartsWith("--", StringComparison.Ordinal)
                && !parsed.Errors.Any(error => error.Message.Contains($"'{token.Value}'", StringComparison.Ordinal)))
            .Select(token => $"'{token.Value}' is no option here.");

    /// <summary>The verb that was called, with a space behind each word.</summary>
    public static string Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at?.Parent is CommandResult above; at = above)
        {
            names.Push(at.Command.Name + " ");
        }

        return string.Concat(names);
    }

    private static string Sentence(ParseError error)
    {
        var said = string.Join(' ', error.Message.Split(
            (char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var (name, type, tokens) = error.SymbolResult switch
        {
            ArgumentResult { Parent: OptionResult { Option: var option }, Tokens: var given } =>
                (option.Name, option.ValueType, given),
            ArgumentResult { Argument: var argument, Tokens: var given } => (argument.Name, argument.ValueType, given),
            OptionResult { Option: var option, Tokens: var given } => (option.Name, option.ValueType, given),
            _ => ("", typeof(string), []),
        };
        // The parser's own sentence names the type it wanted, which tells a person nothing.
        return said.Contains(type.ToString(), StringComparison.Ordinal)
            ? $"'{tokens.FirstOrDefault()?.Value}' is not {Wanted(type)}, as {name} takes."
            : said.Contains(name, StringComparison.Ordinal) ? said : $"{name}: {said}";
    }

    private static string Wanted(Type type)
    {
        var one = Nullable.GetUnderlyingType(type) ?? type;
        return one.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(one))}"
            : one == typeof(int) ? "a whole number"
            : one == typeof(decimal) ? "a number"
            : one == typeof(bool) ? "true or false"
            : one == typeof(DirectoryInfo) ? "a folder"
            : one == typeof(FileInfo) ? "a file"
            : "a word";
    }
}
