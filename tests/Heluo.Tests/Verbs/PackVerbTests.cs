using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Packs;

namespace Heluo.Tests;

public sealed class PackVerbTests
{
    [Fact]
    public async Task The_demo_city_has_no_fault()
    {
        var said = await Said.ByAsync("pack", "check", Repository.City, "--json");

        said.Json.GetProperty("errors").GetArrayLength().ShouldBe(0, said.Output);
        said.Status.ShouldBe(ExitStatus.Done);
    }

    [Fact]
    public async Task Each_item_of_the_demo_city_keeps_its_promise_and_the_law()
    {
        var items = (await Said.ByAsync("pack", "check", Repository.City, "--json")).Json.GetProperty("items");
        items.GetArrayLength().ShouldBeGreaterThanOrEqualTo(12);
        foreach (var item in items.EnumerateArray())
        {
            var days = new[] { "shortestDays", "longestDays", "promiseDays", "lawDays" }
                .Select(key => item.GetProperty(key).GetDecimal());
            days.ShouldBeInOrder(SortDirection.Ascending, item.GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task A_new_city_is_sound_and_passes_its_tests()
    {
        using var folder = new TemporaryFolder();
        var town = folder.At("my-town");

        (await Said.ByAsync("new", "city", town, "--name", "My Town", "--zone", "Europe/London")).Status
            .ShouldBe(ExitStatus.Done);

        (await Said.ByAsync("pack", "check", town)).Output.ShouldContain("my-town 1.0: 0 faults");
        var tested = await Said.ByAsync("pack", "test", town, "--json");
        tested.Json.GetProperty("passed").GetInt32().ShouldBe(3);
        tested.Status.ShouldBe(ExitStatus.Done);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_scenario_is_sound_alone_and_on_a_city(bool onCity)
    {
        using var folder = new TemporaryFolder();
        await Said.ByAsync("new", "city", folder.At("town"));
        string[] on = onCity ? ["--on", "town"] : [];

        (await Said.ByAsync(["pack", "new", folder.At("stages"), .. on])).Status.ShouldBe(ExitStatus.Done);

        (await Said.ByAsync("pack", "check", folder.At("stages"))).Status.ShouldBe(ExitStatus.Done);
        (await Said.ByAsync("pack", "test", folder.At("stages"))).Status.ShouldBe(ExitStatus.Done);
    }

    [Fact]
    public async Task A_test_that_expects_something_else_fails_by_name()
    {
        using var folder = new TemporaryFolder();
        await Said.ByAsync("pack", "new", folder.At("stages"));
        var tests = folder.At("stages/tests/items.yaml");
        await File.WriteAllTextAsync(
            tests, (await File.ReadAllTextAsync(tests)).Replace("longest: 5", "longest: 4", StringComparison.Ordinal));

        var said = await Said.ByAsync("pack", "test", folder.At("stages"));

        said.Output.ShouldContain("longest: expected 4, got 5");
        said.Output.TrimEnd().ShouldEndWith("1 passed, 1 failed");
        said.Status.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("town/note.txt", "mine");

        var said = await Said.ByAsync("new", "city", folder.At("town"));

        said.Error.ShouldContain("scaffold.not_empty");
        said.Status.ShouldNotBe(ExitStatus.Done);
    }

    [Fact]
    public void Every_kind_that_some_definition_names_is_read() => PackSchemas.Unread(Kinds.Reader).ShouldBeEmpty();

    [Fact]
    public void The_published_schemas_are_those_of_the_reader()
    {
        var published = Path.Combine(Repository.Root, "docs", "api", "schemas");
        foreach (var (name, schema) in PackSchemas.Of(Kinds.Reader))
        {
            File.ReadAllText(Path.Combine(published, name))
                .ShouldBe(schema, $"run ./heluo pack schema docs/api/schemas: {name}");
        }

        Directory.EnumerateFiles(published, "*.json").Select(Path.GetFileName).Order()
            .ShouldBe(PackSchemas.Of(Kinds.Reader).Keys);
    }
}
