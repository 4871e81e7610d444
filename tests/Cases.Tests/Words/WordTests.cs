using System.Text.RegularExpressions;
using Heluo.TestKit;

namespace Heluo.Cases.Tests;

public partial class WordTests
{
    [Theory]
    [InlineData("a street incident", true)]
    [InlineData("case.licence_missing", true)]
    [InlineData("LicensingStage", true)]
    [InlineData("internal static class Permit", false)]
    [InlineData("Permit.Refuse(act)", false)]
    [InlineData("if the permit is there", true)]
    [InlineData("coincidental dispatching", true)]
    [InlineData("who may act", false)]
    public void A_word_of_one_net_is_found_in_any_spelling(string line, bool found) => Names(line).ShouldBe(found);

    [Fact]
    public void The_engine_knows_no_service_and_no_incident()
    {
        var root = Path.GetFullPath(Path.Combine(Repository.Pack("china"), "../../src/Cases"));
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(
                $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToArray();
        files.Length.ShouldBeGreaterThan(40);
        files.SelectMany(file => File.ReadLines(file).Index()
            .Where(line => Names(line.Item))
            .Select(line => $"{Path.GetRelativePath(
                root, file)}:{line.Index + 1}: {line.Item.Trim()}")).ShouldBeEmpty();
    }

    private static bool Names(string line) => Word().IsMatch(PermitClass().Replace(line, ""));

    [GeneratedRegex(
        "licen[cs]|incident|permit|receipt|applicant|reporter|street|clerk|dispatch|handler|inspector|approv"
        + "|rubbish|hotline",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    // The class that says who may act is the one word both sides may use.
    [GeneratedRegex(@"\bPermit\b", RegexOptions.None, 1000)]
    private static partial Regex PermitClass();
}
