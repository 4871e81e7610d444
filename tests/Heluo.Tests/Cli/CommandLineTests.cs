using System.CommandLine;
using Heluo.Cli;

namespace Heluo.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Verbs() => [.. Leaves(CommandLine.Root, "").Select(leaf => leaf.Path)];

    [Theory]
    [InlineData("dance")]
    [InlineData("version", "--loudly")]
    [InlineData("demo", "--seed", "many")]
    [InlineData("demo", "--size", "galaxy")]
    [InlineData("serve")]
    public async Task Words_nobody_knows_end_with_2_and_name_the_help(params string[] words)
    {
        var said = await Said.ByAsync(words);
        said.Status.ShouldBe(ExitStatus.Misspoken);
        said.Error.ShouldContain("heluo: cli.words: ");
        said.Error.ShouldContain("--help");
        said.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_word_at_all_gets_the_help()
    {
        var said = await Said.ByAsync();
        said.Status.ShouldBe(ExitStatus.Done);
        said.Output.ShouldContain("./heluo demo");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_helps_with_an_example(string path)
    {
        var said = await Said.ByAsync([.. path.Split(' '), "--help"]);
        said.Status.ShouldBe(ExitStatus.Done);
        said.Output.ShouldContain("Example:");
        said.Output.ShouldContain($"heluo {path}");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_can_answer_as_json(string path) =>
        Leaves(CommandLine.Root, "").Single(leaf => leaf.Path == path).Verb.Options
            .ShouldContain(option => option.Name == Shared.JsonName);

    [Fact]
    public async Task The_version_is_told_to_people_and_to_programs()
    {
        (await Said.ByAsync("version")).Output.ShouldStartWith("heluo ");
        (await Said.ByAsync("version", "--json")).Json.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
    }

    private static IEnumerable<(string Path, Command Verb)> Leaves(Command command, string above) =>
        command.Subcommands.SelectMany(verb => verb.Subcommands.Count == 0
            ? [(above + verb.Name, verb)]
            : Leaves(verb, $"{above}{verb.Name} "));
}
