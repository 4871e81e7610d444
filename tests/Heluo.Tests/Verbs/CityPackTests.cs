using System.Collections.Immutable;
using Heluo.Hosting;
using Heluo.Packs;

namespace Heluo.Tests;

public sealed class CityPackTests
{
    private static readonly Lazy<PackReading> City = new(() => Kinds.Reader.Check(Repository.City));

    [Fact]
    public void The_demo_city_passes_its_own_tests()
    {
        var report = Kinds.Reader.Test(City.Value);
        using var said = new StringWriter();
        report.Write(said);

        report.ExitStatus.ShouldBe(0, said.ToString());
        report.Passed.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Every_item_and_every_procedure_is_tested()
    {
        var tests = Texts.Value.Where(file => file.Key.Contains("tests/", StringComparison.Ordinal))
            .SelectMany(file => file.Value.Split('\n')).Select(line => line.Trim()).ToHashSet();

        Texts.Value.SelectMany(file => file.Value.Split('\n'))
            .Where(line => line.StartsWith("item: ", StringComparison.Ordinal)
                || line.StartsWith("procedure: ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Where(line => !tests.Contains(line))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("procedure-test: wrong, procedure: incident, acts: [file, close], expect: {stage: closed}",
        "refused: expected none, got close; stage: expected closed, got filed")]
    [InlineData("procedure-test: wrong, procedure: incident, acts: [fly], expect: {refused: land}",
        "refused: expected land, got fly")]
    [InlineData(
        "procedure-test: wrong, procedure: incident, expect: {running: [dispatch], acts: [], standing: [filing]}",
        "acts: expected none, got dismiss, file; running: expected dispatch, got filing; "
        + "standing: expected filing, got none")]
    [InlineData("procedure-test: wrong, procedure: licensing, expect: {documents: [delivery-slip]}",
        "documents: expected delivery-slip, got receipt")]
    public void A_wrong_walk_says_where_it_went_wrong(string test, string says) =>
        Failures($"procedure-tests: [{{{test}, on: 2026-03-02}}]").ShouldBe(says);

    [Theory]
    [InlineData("answers: {setting: street}, expect: {standard: village, limit: {amount: 1, unit: work-day}}",
        "standard: expected village, got street; limit: expected 1 work-day, got 4 work-hour")]
    [InlineData("area: \"410105001\", expect: {agency: erqi-market}",
        "agency: expected erqi-market, got jinshui-city-management")]
    [InlineData("expect: {agency: erqi-market}", "agency: expected erqi-market, got none")]
    [InlineData("answers: {setting: street}, at: 2026-03-02T16:00, expect: {due: 2026-03-02T20:00}",
        "due: expected 2026-03-02T20:00, got 2026-03-03T10:00")]
    [InlineData("answers: {setting: street}, expect: {due: 2026-03-02T20:00}",
        "due: expected 2026-03-02T20:00, got none")]
    [InlineData("answers: {setting: moon}, expect: {}", "refused: expected none, got setting")]
    public void A_wrong_report_says_what_came_of_it(string test, string says) =>
        Failures($"incident-tests: [{{incident-test: wrong, incident: exposed-rubbish, {test}}}]").ShouldBe(says);

    [Theory]
    [InlineData("item: food-business, area: \"410105001\", expect: {agency: erqi-market}",
        "agency: expected erqi-market, got jinshui-market")]
    [InlineData("item: road-occupation, expect: {fee: none}", "fee: expected none, got 200 CNY")]
    public void A_wrong_item_says_what_came_of_it(string test, string says) =>
        Failures($"item-tests: [{{item-test: wrong, on: 2026-03-02, {test}}}]").ShouldBe(says);

    [Fact]
    public void A_moment_is_written_in_one_way() => With(
            "incident-tests: [{incident-test: wrong, incident: exposed-rubbish, at: 2026-03-02 16, expect: {}}]").Faults
        .Select(fault => fault.Code).ShouldBe(["pack.bad_time"]);

    private static string Failures(string tests)
    {
        var report = Kinds.Reader.Test(With(tests));
        report.Faults.ShouldBeEmpty();
        var wrong = report.Cases.Single(one => one.Id == "wrong");
        return string.Join("; ", wrong.Failures.Select(it => $"{it.What}: expected {it.Expected}, got {it.Actual}"));
    }

    private static PackReading With(string tests) =>
        Kinds.Reader.CheckTexts(Texts.Value.SetItem("tests/wrong.yaml", tests));

    private static readonly Lazy<ImmutableDictionary<string, string>> Texts = new(() =>
        Under("zhengzhou", "").Concat(Under("china", "../china/")).ToImmutableDictionary());

    private static IEnumerable<KeyValuePair<string, string>> Under(string pack, string prefix)
    {
        var root = Path.Combine(Repository.Root, "packs", pack);
        return Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).Select(path => KeyValuePair.Create(
            prefix + Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)));
    }
}
