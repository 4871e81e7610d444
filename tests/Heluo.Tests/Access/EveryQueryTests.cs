using System.Text.Json;

namespace Heluo.Tests;

/// <summary>No endpoint of the programming surface takes a word of the query that it does not read.</summary>
[Collection(nameof(MatrixCity))]
public sealed class EveryQueryTests(MatrixCity matrix, ITestOutputHelper output)
{
    private static readonly DoorTable Table = DoorTable.Read();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_nobody_reads_is_refused_by_name_at_every_endpoint()
    {
        var doors = Doors().ToArray();
        foreach (var (door, caller, record) in doors)
        {
            var answer = await AskAsync(door, caller, record, "nonsense=1");
            answer.Status.ShouldBe(400, $"{door.Method} {door.Route}: {answer.Code}");
            answer.Code.ShouldBe("request.unknown_word");
            answer.Text.ShouldContain("nonsense");
        }

        output.WriteLine($"{doors.Length} endpoints");
        doors.Length.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task Every_word_of_the_document_is_read_and_read_once()
    {
        using var document = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/api/openapi.json"), Ct));
        var tried = 0;
        foreach (var (door, caller, record) in Doors())
        {
            foreach (var word in Words(document, door))
            {
                (await AskAsync(door, caller, record, $"{word}=1")).Code.ShouldNotBe("request.unknown_word", word);
                (await AskAsync(door, caller, record, $"{word}=1&{word.ToUpperInvariant()}=2")).Code
                    .ShouldBe("request.repeated_word", $"{door.Route} {word}");
                tried++;
            }
        }

        output.WriteLine($"{tried} words");
        tried.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task An_answer_has_a_version_when_the_document_says_so()
    {
        using var document = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/api/openapi.json"), Ct));
        var versioned = 0;
        foreach (var (door, caller, record) in Doors().Where(one => one.Door.Method == "GET"))
        {
            var answer = await matrix.Knocker.KnockAsync(caller, door, record, ct: Ct);
            if (answer.Status == 200)
            {
                var said = Operation(document, door).GetProperty("responses").GetProperty("200")
                    .TryGetProperty("headers", out var headers) && headers.TryGetProperty("ETag", out _);
                answer.IsVersioned.ShouldBe(said, door.Route);
                versioned += said ? 1 : 0;
            }
        }

        versioned.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Whoever_is_not_let_in_does_not_learn_what_is_read()
    {
        var door = Table.Doors.Single(one => one is { Method: "GET", Route: "/api/v1/looks" });
        foreach (var caller in matrix.Callers.Where(one => !door.Who.Contains(one.Name)))
        {
            (await AskAsync(door, caller, null, "nonsense=1")).Status.ShouldBeOneOf(401, 403);
        }
    }

    [Fact]
    public async Task A_page_takes_whatever_a_link_carries()
    {
        var door = Table.Doors.Single(one => one is { Method: "GET", Route: "/search" });
        (await AskAsync(door, matrix.Callers[0], null, "utm_source=letter&q=a&q=b")).Status.ShouldBe(200);
    }

    // Of everybody who may knock, one; what is removed is asked for last of all, and refused for its query.
    private IEnumerable<(Door Door, AccessCaller Caller, AccessRecord? Record)> Doors() =>
        from door in Table.Doors
        where door.Route.StartsWith("/api/", StringComparison.Ordinal)
        let tries = from record in door.Record is { } kind
                        ? matrix.Records.Where(one => one.Kind == kind).Cast<AccessRecord?>() : [null]
                    from caller in matrix.Callers
                    where Table.Admits(door, record, caller.Name)
                    select (caller, record)
        let one = tries.First()
        select (door, one.caller, one.record);

    private Task<Knock> AskAsync(Door door, AccessCaller caller, AccessRecord? record, string query) =>
        matrix.Knocker.KnockAsync(caller, door, record, query: query, ct: Ct);

    private static JsonElement Operation(JsonDocument document, Door door) =>
        document.RootElement.GetProperty("paths")
            .GetProperty(door.Route.TrimEnd('/').Replace(":int", "", StringComparison.Ordinal))
            .GetProperty(door.Method.ToLowerInvariant());

    private static string[] Words(JsonDocument document, Door door) =>
        Operation(document, door).TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query")
                .Select(one => one.GetProperty("name").GetString()!)]
            : [];
}
