namespace Heluo.Packs.Tests.Testing;

/// <summary>What the city's pack promises is tried by its own tests: each filing standard, and each item over its
/// shortest and longest way and with papers missing.</summary>
public sealed class CityPackTestsTests
{
    [Fact]
    public void Every_filing_standard_of_every_incident_class_has_a_test()
    {
        var tried = Tests("incident-tests").Select(test => (Text(test, "incident"), Text(test, "expect/standard")));
        var declared = Files("incidents")
            .Where(file => file.Find("incident") is not null)
            .SelectMany(file => Entries(file, "standards")
                .Select(standard => (Text(file, "incident"), Text(standard, "standard"))))
            .ToList();

        declared.Count.ShouldBeGreaterThan(30);
        declared.Except(tried).ShouldBeEmpty();
    }

    [Fact]
    public void Every_incident_class_is_tried_for_its_limit_its_body_and_its_moment()
    {
        var tried = Tests("incident-tests").ToLookup(test => Text(test, "incident"));

        foreach (var incident in Files("incidents").Select(file => Text(file, "incident")).OfType<string>())
        {
            foreach (var what in new[] { "limit", "agency", "due" })
            {
                tried[incident].ShouldContain(test => Find(test, $"expect/{what}") != null, $"{incident}: {what}");
            }
        }
    }

    [Theory]
    [InlineData("shortest")]
    [InlineData("longest")]
    [InlineData("materials")]
    [InlineData("missing")]
    public void Every_item_is_tried_for(string what)
    {
        var tried = Tests("item-tests").Where(test => Find(test, $"expect/{what}") is not null)
            .Select(test => Text(test, "item"));

        var items = Files("items").Select(file => Text(file, "item")).ToList();

        items.Count.ShouldBeGreaterThanOrEqualTo(12);
        items.Except(tried).ShouldBeEmpty();
    }

    private static IEnumerable<PackMap> Tests(string list) => Files("tests").SelectMany(file => Entries(file, list));

    private static IEnumerable<PackMap> Files(string folder) => Directory
        .GetFiles(Path.Combine(Repository.Pack("zhengzhou"), folder), "*.yaml")
        .Select(file => (PackMap)YamlFile.Read(file, File.ReadAllBytes(file), new NodeBudget(PackLimits.Nodes), [])!);

    private static IEnumerable<PackMap> Entries(PackMap map, string key) =>
        map.Find(key)?.Value is PackList list ? list.Items.Cast<PackMap>() : [];

    private static string? Text(PackMap map, string path) => (Find(map, path) as PackScalar)?.Text;

    private static PackNode? Find(PackNode? node, string path) => path.Split('/')
        .Aggregate(node, (at, key) => (at as PackMap)?.Find(key)?.Value);
}
