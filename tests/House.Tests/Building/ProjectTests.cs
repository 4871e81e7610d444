using System.Text.RegularExpressions;

namespace Heluo.House.Tests;

public sealed partial class ProjectTests
{
    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var listed = Projects.Elements("heluo.slnx", "Project").Select(item => (string)item.Attribute("Path")!);
        listed.Order(StringComparer.Ordinal).ShouldBe(Projects.All.Select(file => file.Path));
    }

    [Fact]
    public void Every_project_is_listed_with_what_it_may_name() =>
        Projects.All.Select(Projects.Name).Except(Projects.Allowed.Keys).ShouldBeEmpty();

    [Fact]
    public void Every_room_of_the_list_is_a_project() =>
        Projects.Allowed.Keys.Except(Projects.All.Select(Projects.Name)).ShouldBeEmpty();

    [Fact]
    public void Every_edge_is_an_allowed_one() =>
        Projects.All
            .SelectMany(file => Projects.Edges(file).Except(Projects.Allowed[Projects.Name(file)])
                .Select(edge => $"{Projects.Name(file)} -> {edge}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_allowed_edges_run_one_way()
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var left = Projects.Allowed
            .Where(room => !room.Key.EndsWith(".Tests", StringComparison.Ordinal)).ToDictionary();
        while (left.Where(room => room.Value.All(placed.Contains)).Select(room => room.Key).ToList()
            is { Count: > 0 } next)
        {
            placed.UnionWith(next);
            next.ForEach(name => left.Remove(name));
        }

        left.Keys.Where(name => name != "TestKit").ShouldBeEmpty("these rooms name each other in a ring");
    }

    [Fact]
    public void No_source_room_names_a_test_room() =>
        Projects.Allowed
            .Where(room => Directory.Exists(Path.Combine(House.Root, "src", room.Key)))
            .SelectMany(room => room.Value)
            .Where(edge => !Directory.Exists(Path.Combine(House.Root, "src", edge)))
            .ShouldBeEmpty();

    [Fact]
    public void Every_package_is_pinned_to_one_exact_version() =>
        Projects.Elements("eng/Packages.props", "PackageVersion")
            .Where(item => !Exact().IsMatch((string)item.Attribute("Version")!))
            .ShouldBeEmpty();

    [Fact]
    public void Every_pin_is_of_a_package_that_a_project_takes() =>
        Projects.Elements("eng/Packages.props", "PackageVersion")
            .Select(item => (string)item.Attribute("Include")!)
            .Except(Projects.Packages)
            .ShouldBeEmpty();

    [Fact]
    public void No_project_gives_a_version_of_its_own() =>
        Projects.All
            .Where(file => Projects.Elements(file.Path, "PackageReference")
                .Any(item => item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Only_browser_tests_name_the_browser_package() =>
        Projects.All
            .Where(file => file.Text.Contains("Microsoft.Playwright", StringComparison.Ordinal))
            .Select(Projects.Name)
            .Except(["Browser.Tests"])
            .ShouldBeEmpty();

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z.]+)?$", RegexOptions.None, 1000)]
    private static partial Regex Exact();
}
