using System.Text.Json.Nodes;

namespace Heluo.Packs.Tests;

public sealed class PackTesterTests
{
    private sealed record SeatTest(string Shop, int Seats);

    private static readonly PackKind<SeatTest> Kind = new("seat-test", "tests", fields => new SeatTest(
        fields.Required("shop", Shapes.Ref("shop")),
        fields.Required("expect", Shapes.Map(expect => expect.Required("seats", Shapes.Int(0, 500))))));

    private static readonly PackReader Testing = Sample.Reader.Testing(PackTester.Of(Kind, Judge));

    private const string Shops =
        "shops:\n  - {shop: baker, name: {en: Baker}, seats: 12}\n  - {shop: bar, name: {en: Bar}}";

    [Fact]
    public void Every_case_runs_and_says_what_came_out()
    {
        var report = Testing.Test(Sample.Check(
            Testing,
            ("shops/s.yaml", Shops),
            ("tests/a.yaml", "seat-test: right\nshop: baker\nexpect: {seats: 12}"),
            ("tests/b.yaml", "seat-test: wrong\nshop: bar\nexpect: {seats: 3}")));

        (report.Passed, report.Failed, report.ExitStatus).ShouldBe((1, 1, 1));
        report.Cases[1].ShouldSatisfyAllConditions(
            one => one.Id.ShouldBe("wrong"),
            one => one.File.ShouldBe("tests/b.yaml"),
            one => one.Failures.ShouldBe([new PackTestFailure("seats", "3", "none")]));
        Text(report).ShouldBe("tests/b.yaml:1: wrong\n  seats: expected 3, got none\n1 passed, 1 failed\n");
        JsonNode.Parse(report.ToJson())!["cases"]![1]!["failures"]![0]!["what"]!.GetValue<string>().ShouldBe("seats");
    }

    [Fact]
    public void Tests_of_a_faulty_pack_do_not_run()
    {
        var report = Testing.Test(Sample.Check(
            Testing, ("shops/s.yaml", Shops), (
                "tests/a.yaml", "seat-test: right\nshop: butcher\nexpect: {seats: 12}")));

        report.Cases.ShouldBeEmpty();
        report.ExitStatus.ShouldBe(1);
        Text(report).ShouldStartWith("tests/a.yaml:2: pack.unknown_reference: ");
    }

    [Fact]
    public void A_pack_without_tests_passes_none() => Testing.Test(Sample.Check(Testing)).ExitStatus.ShouldBe(0);

    [Fact]
    public void Tests_stand_in_their_own_folder() =>
        Should.Throw<ArgumentException>(() => PackTester.Of(Sample.Shops, (_, _) => []));

    private static IEnumerable<PackTestFailure> Judge(PackSet set, SeatTest test)
    {
        var seats = set.Get(Sample.Shops).Find(test.Shop)!.Seats;
        if (seats != test.Seats)
        {
            yield return new PackTestFailure("seats", $"{test.Seats}", seats is { } some ? $"{some}" : "none");
        }
    }

    private static string Text(PackTestReport report)
    {
        var writer = new StringWriter { NewLine = "\n" };
        report.Write(writer);
        return writer.ToString();
    }
}
