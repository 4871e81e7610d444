using System.CommandLine;
using System.Text.Json;
using Heluo.Cli;

namespace Heluo.Tests;

/// <summary>Whatever a program asks of the command line, it reads one JSON object and never a type of ours.</summary>
public sealed class JsonRefusalTests
{
    private static readonly Dictionary<string, string[]> Impossible = new(StringComparer.Ordinal)
    {
        ["demo"] = ["--data", "$/data", "--city", "$/nowhere"],
        ["serve"] = ["--data", "$/data", "--city", "$/nowhere"],
        ["init"] = ["--data", "$/data", "--city", "$/nowhere", "--name", "A", "--document", "$/nowhere"],
        ["calendar due"] = ["--start", "2021-01-04", "--days", "1", "--city", "$/nowhere"],
        ["calendar show"] = ["--year", "2021", "--city", "$/nowhere"],
        ["pack check"] = ["$/nowhere"],
        ["pack test"] = ["$/nowhere"],
        ["pack new"] = ["$/file/below"],
        ["pack schema"] = ["$/file/below"],
        ["new city"] = ["$/file/below"],
        ["export case"] = ["4101", "--data", "$/nowhere", "--out", "$/case.zip"],
        ["export verify"] = ["$/nowhere.zip"],
        ["verify"] = ["--data", "$/nowhere"],
        ["backup"] = ["$/backup", "--data", "$/nowhere"],
        ["restore"] = ["$/nowhere", "--data", "$/again", "--keys", "$/nowhere"],
        ["proof take"] = ["1", "--data", "$/nowhere"],
        ["proof check"] = ["$/nowhere.json", "--key", "$/nowhere.pem"],
        ["cel eval"] = ["1", "--vars", "$/nowhere.json"],
        ["cel conform"] = ["$/nowhere"],
        ["openapi"] = ["$/file/below", "--city", "$/nowhere"],
    };

    public static TheoryData<string> Verbs() => [.. Leaves().Select(leaf => leaf.Path)];

    public static TheoryData<string, string> Options() =>
    [
        .. from leaf in Leaves()
           from option in leaf.Verb.Options
           where option.ValueType != typeof(string) && option.ValueType != typeof(bool)
           select (leaf.Path, option.Name),
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_word_nobody_knows_is_one_object_and_exit_2(string path)
    {
        var said = await Said.ByAsync([.. path.Split(' '), "--json", "--no-such-word"]);
        said.Status.ShouldBe(ExitStatus.Misspoken);
        Refused(said, "cli.words").ShouldContain("--no-such-word");
        said.Error.ShouldContain($"./heluo {path} --help");
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task A_value_of_the_wrong_sort_is_named_without_a_type_of_ours(string path, string option)
    {
        var said = await Said.ByAsync([.. path.Split(' '), option, "", "--json"]);
        said.Status.ShouldBe(ExitStatus.Misspoken);
        var message = Refused(said, "cli.words");
        message.ShouldContain(option);
        foreach (var inside in new[] { "System.", "Heluo.", "Nullable", "\n" })
        {
            message.ShouldNotContain(inside);
            said.Error.TrimEnd().Replace("\n", " ", StringComparison.Ordinal).ShouldNotContain(inside);
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task What_cannot_be_done_is_one_object_with_a_code_and_a_message(string path)
    {
        if (path == "version")
        {
            return; // it has nothing to refuse
        }

        using var folder = new TemporaryFolder();
        folder.Write("file", "no folder");
        var words = Impossible.GetValueOrDefault(path).ShouldNotBeNull($"say how {path} can fail");
        var said = await Said.ByAsync([
            .. path.Split(' '), .. words.Select(word => word.Replace("$", folder.Root, StringComparison.Ordinal)),
            "--json"]);
        said.Status.ShouldBeOneOf(ExitStatus.Refused, ExitStatus.Unavailable);
        if (path is "pack check" or "pack test")
        {
            said.Json.GetProperty("errors").GetArrayLength().ShouldBePositive();
            return;
        }

        Refused(said, code: null).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_misspelt_option_is_not_the_name_of_a_folder_unless_it_is_said_so()
    {
        (await Said.ByAsync("pack", "check", "--no-such-folder")).Status.ShouldBe(ExitStatus.Misspoken);
        (await Said.ByAsync("pack", "check", "--", "--no-such-folder")).Status.ShouldBe(ExitStatus.Refused);
        (await Said.ByAsync("new", "city", "somewhere", "--name", "--json")).Status.ShouldBe(ExitStatus.Misspoken);
    }

    [Theory]
    [InlineData("calendar", "due", "--start", "2021-01-04", "--days", "30", "--amount", "--json")]
    [InlineData("pack", "--json")]
    [InlineData("dance", "--json")]
    [InlineData("calendar", "due", "--json=true")]
    public async Task However_the_line_is_broken_the_program_is_answered(params string[] words)
    {
        var said = await Said.ByAsync(words);
        said.Status.ShouldBe(ExitStatus.Misspoken);
        Refused(said, "cli.words").ShouldNotContain("System.");
    }

    private static string Refused(Said said, string? code)
    {
        said.Output.TrimEnd('\n').ShouldNotContain("\n");
        var told = said.Json;
        told.ValueKind.ShouldBe(JsonValueKind.Object);
        var given = told.GetProperty("code").GetString()!;
        given.ShouldMatch(@"^[a-z_]+\.[a-z_]+$");
        said.Error.ShouldContain($"heluo: {given}: ");
        if (code is not null)
        {
            given.ShouldBe(code);
        }

        return told.GetProperty("message").GetString()!;
    }

    private static IEnumerable<(string Path, Command Verb)> Leaves() => Leaves(CommandLine.Root, "");

    private static IEnumerable<(string Path, Command Verb)> Leaves(Command command, string above) =>
        command.Subcommands.SelectMany(verb => verb.Subcommands.Count == 0
            ? [(above + verb.Name, verb)]
            : Leaves(verb, $"{above}{verb.Name} "));
}
