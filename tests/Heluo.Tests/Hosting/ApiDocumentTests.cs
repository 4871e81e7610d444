using System.Text.Json;
using Heluo.Verbs;

namespace Heluo.Tests;

public sealed class ApiDocumentTests
{
    private const string Page = "docs/api/openapi.json";

    private static readonly string[] Says = ["operationId", "summary", "description", "tags"];

    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch"];

    [Fact]
    public async Task The_document_kept_is_the_one_the_house_serves()
    {
        var served = (await OpenApiVerb
            .ReadAsync(new DirectoryInfo(Repository.City), TestContext.Current.CancellationToken)).Value;
        var path = Path.Combine(Repository.Root, Page);
        if (Environment.GetEnvironmentVariable("HELUO_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);
        }

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))
            .ShouldBe(served, $"{Page} is old: read the difference, then HELUO_ACCEPT=1 ./test");
    }

    [Fact]
    public void It_is_openapi_3_1_and_every_operation_says_what_it_is()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, Page)));
        document.RootElement.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        var operations = (
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where Verbs.Contains(operation.Name)
            select (At: $"{operation.Name} {path.Name}", operation.Value)).ToList();
        operations.ShouldNotBeEmpty();
        operations.ShouldAllBe(operation => operation.At.Contains(" /api/v1/"));
        operations.Where(operation => Says.Any(word => !operation.Value.TryGetProperty(word, out _)))
            .Select(operation => operation.At)
            .ShouldBeEmpty("these say too little of themselves");
    }

    [Fact]
    public void No_two_shapes_share_a_name_by_accident()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, Page)));
        document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Select(schema => schema.Name)
            .Where(name => name.Length > 1 && (name == "Request" || char.IsAsciiDigit(name[^1])))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Headers_and_refusals_that_every_client_must_know_are_declared()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, Page)));
        foreach (var (at, operation) in
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from one in path.Value.EnumerateObject()
            where Verbs.Contains(one.Name)
            select ($"{one.Name} {path.Name}", one.Value))
        {
            var answers = operation.GetProperty("responses");
            answers.EnumerateObject().ShouldContain(answer => answer.Name[0] == '2', at);
            answers.GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _)
                .ShouldBeTrue(at);
            answers.GetProperty("429").GetProperty("headers").TryGetProperty("Retry-After", out _).ShouldBeTrue(at);
            var headers = Headers(operation);
            headers.Contains("If-Match").ShouldBe(answers.TryGetProperty("428", out _), at);
            headers.Contains("If-Match").ShouldBe(answers.TryGetProperty("412", out _), at);
            if (at.StartsWith("get ", StringComparison.Ordinal))
            {
                headers.ShouldBeEmpty(at);
            }
            else if (answers.TryGetProperty("409", out _))
            {
                headers.ShouldContain("Idempotency-Key", at);
            }
        }
    }

    private static string[] Headers(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "header")
                .Select(one => one.GetProperty("name").GetString()!)]
            : [];
}
