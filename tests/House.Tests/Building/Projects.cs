using System.Xml.Linq;

namespace Heluo.House.Tests;

/// <summary>The projects of the house and what they name, read from their files.</summary>
internal static class Projects
{
    public static IReadOnlyList<HouseFile> All { get; } = House.Files
        .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
        .ToList();

    public static IReadOnlyDictionary<string, string[]> Allowed { get; } =
        Elements("eng/References.props", "AllowedReference")
        .ToDictionary(
            item => (string)item.Attribute("Include")!,
            item => ((string)item.Attribute("To")!).Split(';', StringSplitOptions.RemoveEmptyEntries),
            StringComparer.Ordinal);

    /// <summary>Every package that a project, or what all projects share, takes.</summary>
    public static IEnumerable<string> Packages => All
        .Select(file => file.Path)
        .Append("eng/House.props")
        .SelectMany(path => Elements(path, "PackageReference"))
        .Select(item => (string)item.Attribute("Include")!)
        .Distinct(StringComparer.Ordinal);

    public static string Name(HouseFile project) => Path.GetFileNameWithoutExtension(project.Path);

    public static IEnumerable<string> Edges(HouseFile project) => Elements(project.Path, "ProjectReference")
        .Select(item => Path.GetFileNameWithoutExtension(((string)item.Attribute("Include")!).Replace('\\', '/')));

    public static IEnumerable<XElement> Elements(string path, string name) =>
        XDocument.Parse(House.File(path).Text).Descendants(name);
}
