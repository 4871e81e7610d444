namespace Heluo.Cel.Tests.Conformance;

public sealed class CelConformanceTests
{
    [Fact]
    public void The_tests_of_the_standard_pass()
    {
        var folder = FindData();
        if (folder is null) Assert.Skip("The shared test data is not here.");

        var report = CelConformance.Run(folder, TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage($"{report.Passed} {report.Failed} {report.LeftOut.Count}");
        var lines = string.Join("\n", report.Failures.Select(f => $"{f.Test} | {f.Expression} | {f.Reason}"));
        File.WriteAllText("/tmp/conf.txt", $"{report.Passed} {report.Failed} {report.LeftOut.Count}\n" + lines);
        File.WriteAllText("/tmp/confleft.txt", string.Join("\n", report.LeftOut.Select(f => $"{f.Test} | {f.Expression} | {f.Reason}")));
        report.Failed.ShouldBe(0);
    }

    private static string? FindData()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "cel", "json");
            if (Directory.Exists(folder)) return folder;
        }

        return null;
    }
}
