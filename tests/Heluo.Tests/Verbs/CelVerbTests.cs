using System.Text.Json;
using Heluo.Cli;

namespace Heluo.Tests;

/// <summary>The rule language from the command line.</summary>
public sealed class CelVerbTests
{
    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("[1, 2, 3].map(x, x * 2)", "[2,4,6]")]
    [InlineData("{'a': 1u}", "{\"a\":1}")]
    [InlineData("'\u6cb3' + '\u6d1b'", "\"\u6cb3\u6d1b\"")]
    [InlineData("duration('90m')", "\"5400s\"")]
    [InlineData("timestamp('2021-01-04T00:00:00Z') + duration('24h')", "\"2021-01-05T00:00:00Z\"")]
    [InlineData("null", "null")]
    public async Task An_expression_gives_its_value_as_json(string source, string value)
    {
        var said = await Said.ByAsync("cel", "eval", source, "--json");
        said.Status.ShouldBe(ExitStatus.Done);
        using var answer = JsonDocument.Parse(said.Output);
        using var wanted = JsonDocument.Parse(value);
        JsonElement.DeepEquals(answer.RootElement.GetProperty("value"), wanted.RootElement).ShouldBeTrue(said.Output);
    }

    [Theory]
    [InlineData("1 / 0", 1, 3)]
    [InlineData("nobody + 1", 1, 1)]
    [InlineData("1 +", 1, 4)]
    [InlineData("'a' + 1", 1, 5)]
    [InlineData("[1, 2][5]", 1, 7)]
    public async Task A_fault_is_an_error_with_its_place_and_exit_1(string source, int line, int column)
    {
        var said = await Said.ByAsync("cel", "eval", source, "--json");
        said.Status.ShouldBe(ExitStatus.Refused);
        using var answer = JsonDocument.Parse(said.Output);
        answer.RootElement.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        answer.RootElement.GetProperty("code").GetString()!.ShouldStartWith("cel.");
        (answer.RootElement.GetProperty("line").GetInt32(), answer.RootElement.GetProperty("column").GetInt32())
            .ShouldBe((line, column));
    }

    [Fact]
    public async Task Variables_come_from_a_file()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.At("v.json"), """{"limit": 3, "items": [{"price": 2}, {"price": 5.5}]}""",
            TestContext.Current.CancellationToken);
        var said = await Said.ByAsync(
            "cel", "eval", "items.filter(i, i.price < limit).size()", "--vars", folder.At("v.json"), "--json");
        said.Output.Trim().ShouldBe("""{"value":1}""");
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_file_that_is_no_object_is_refused(string text)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("v.json"), text, TestContext.Current.CancellationToken);
        var said = await Said.ByAsync("cel", "eval", "1", "--vars", folder.At("v.json"));
        said.Status.ShouldBe(ExitStatus.Refused);
        said.Error.ShouldContain("cel.variables");
    }

    [Fact]
    public async Task A_rule_that_would_run_for_ever_is_stopped()
    {
        var rows = string.Join(',', Enumerable.Range(0, 100));
        var turns = string.Concat(Enumerable.Range(0, 6).Select(i => $"[{rows}].all(a{i}, "));
        var said = await Said.ByAsync("cel", "eval", turns + "true" + new string(')', 6), "--json");
        said.Status.ShouldBe(ExitStatus.Refused);
        said.Output.ShouldContain("cel.budget");
    }

    [Theory]
    [InlineData("2", 0, 1, 0)]
    [InlineData("3", 1, 0, 1)]
    public async Task Tests_of_the_standard_are_counted(string wanted, int failed, int passed, int status)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.At("one.json"),
            """{"section":[{"test":[{"name":"t","expr":"1 + 1","value":{"int64Value":"WANTED"}}]}]}"""
                .Replace("WANTED", wanted, StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var said = await Said.ByAsync("cel", "conform", folder.Root, "--json");
        said.Status.ShouldBe(status == 0 ? ExitStatus.Done : ExitStatus.Refused);
        using var answer = JsonDocument.Parse(said.Output);
        (answer.RootElement.GetProperty("passed").GetInt32(), answer.RootElement.GetProperty("failed").GetInt32(),
            answer.RootElement.GetProperty("leftOut").GetInt32()).ShouldBe((passed, failed, 0));
    }
}
