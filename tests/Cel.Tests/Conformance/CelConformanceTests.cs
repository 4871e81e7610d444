namespace Heluo.Cel.Tests.Conformance;

public sealed class CelConformanceTests
{
    /// <summary>Tests of the shared half of the standard's suite that need no protobuf. The number only
    /// rises.</summary>
    private const int Reached = 864;

    [Fact]
    public void Every_test_of_the_standard_passes_outside_protobuf()
    {
        var folder = FindData();
        if (folder is null) Assert.Skip("The shared test data (shared/data/cel/json) is not beside the project.");

        var report = CelConformance.Run(folder, TestContext.Current.CancellationToken);

        string.Join('\n', report.Failures).ShouldBe("");
        report.Passed.ShouldBeGreaterThanOrEqualTo(Reached);
        report.LeftOut.Select(left => left.Reason).ShouldAllBe(reason =>
            reason.Contains("rotobuf") || reason.StartsWith("Messages"));
    }

    [Fact]
    public void A_missing_folder_is_an_exception_and_a_broken_file_one_failure()
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.json", "{");

        CelConformance.Run(folder.Path, TestContext.Current.CancellationToken).Failed.ShouldBe(1);
        Should.Throw<DirectoryNotFoundException>(() =>
            CelConformance.Run(Path.Combine(folder.Path, "none"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"name":"t","expr":"1 + 1","value":{"int64Value":"2"}}""", 1, 0, 0)]
    [InlineData("""{"name":"t","expr":"1 + 1","value":{"int64Value":"3"}}""", 0, 1, 0)]
    [InlineData("""{"name":"t","expr":"1 + 1","value":{"doubleValue":2}}""", 0, 1, 0)]
    [InlineData("""{"name":"t","expr":"1 / 0","evalError":{"errors":[{"message":"divide by zero"}]}}""", 1, 0, 0)]
    [InlineData("""{"name":"t","expr":"1 / 1","evalError":{"errors":[{"message":"divide by zero"}]}}""", 0, 1, 0)]
    [InlineData("""{"name":"t","expr":"1 == 1"}""", 1, 0, 0)]
    [InlineData(
        """{"name":"t","expr":"x","disableCheck":true,"bindings":{"x":{"value":{"boolValue":true}}}}""", 1, 0, 0)]
    [InlineData("""{"name":"t","expr":"x || true","disableCheck":true}""", 1, 0, 0)]
    [InlineData("""{"name":"t","expr":"x || true"}""", 0, 1, 0)]
    [InlineData("""{"name":"t","expr":"a.b.C{d: 1}"}""", 0, 0, 1)]
    [InlineData("""{"name":"t","expr":"1","unknown":{"exprs":["1"]}}""", 0, 0, 1)]
    [InlineData(
        """{"name":"t","expr":"1","checkOnly":true,"typedResult":{"deducedType":{"primitive":"INT64"}}}""", 1, 0, 0)]
    [InlineData(
        """{"name":"t","expr":"1","checkOnly":true,"typedResult":{"deducedType":{"primitive":"UINT64"}}}""", 0, 1, 0)]
    [InlineData("""{"name":"t","expr":"1","value":{"int64Value":"one"}}""", 0, 1, 0)]
    [InlineData(
        """{"name":"t","expr":"x || true","disableCheck":true,"bindings":{"x":{"error":{}}}}""", 1, 0, 0)]
    [InlineData("""{"name":"t","expr":"E.A == 1","container":"cel.expr.conformance.proto3"}""", 0, 0, 1)]
    [InlineData("""{"name":"t","expr":"proto.hasExt(1, a.b)"}""", 0, 0, 1)]
    [InlineData("""{"name":"t","expr":"google.protobuf.NullValue.NULL_VALUE"}""", 0, 0, 1)]
    [InlineData("""{"name":"t","expr":"'\\u0100'","value":{"stringValue":"\\u0100"}}""", 1, 0, 0)]
    public void A_test_is_passed_failed_or_left_out(string test, int passed, int failed, int leftOut)
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.json", $$"""{"name":"one","section":[{"name":"s","test":[{{test}}]}]}""");

        var report = CelConformance.Run(folder.Path, TestContext.Current.CancellationToken);

        (report.Passed, report.Failed, report.LeftOut.Count).ShouldBe((passed, failed, leftOut));
    }

    [Fact]
    public void Functions_of_a_test_may_take_and_give_types_with_parameters()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "one.json",
            """
            {"section":[{"test":[{"name":"t","expr":"[pair(1, 2u), pair(dyn(1), 'a')]","checkOnly":true,
              "typeEnv":[{"name":"pair","function":{"overloads":[{"overloadId":"pair",
                "params":[{"typeParam":"T"},{"typeParam":"U"}],
                "resultType":
                {"abstractType":{"name":"pair","parameterTypes":[{"typeParam":"T"},{"typeParam":"U"}]}}}]}}],
              "typedResult":{"deducedType":{"listType":{"elemType":{"dyn":{}}}}}}]}]}
            """);

        CelConformance.Run(folder.Path, TestContext.Current.CancellationToken).Failures.ShouldBeEmpty();
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

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("heluo-cel-").FullName;

        public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
