using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Heluo.Hosting;

namespace Heluo.Tests;

/// <summary>What is refused before or beside every endpoint: a problem to a program, a page to a person.</summary>
[Collection(nameof(MatrixCity))]
public sealed class ServerRefusalTests(MatrixCity matrix) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = matrix.City.Address,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Broken => new()
    {
        { "GET /api/v1/items/%00 HTTP/1.1\r\nHost: h\r\n\r\n", 400, "request.malformed" },
        { "GET /%00 HTTP/1.1\r\nHost: h\r\nAccept: text/html\r\n\r\n", 400, "request.malformed" },
        { "GET no-slash HTTP/1.1\r\nHost: h\r\n\r\n", 405, "request.method" },
        { "GET / HTTP/1.1\r\n\r\n", 400, "request.malformed" },
        { "GET / HTTP/1.1\r\nHost: h\r\nHost: i\r\n\r\n", 400, "request.malformed" },
        { "GET / HTTP/1.1\r\nHost: h\r\nbroken header\r\n\r\n", 400, "request.malformed" },
        { "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: many\r\n\r\n", 400, "request.malformed" },
        { "GET / HTTP/9.9\r\nHost: h\r\n\r\n", 505, "request.malformed" },
        { "nonsense\r\n\r\n", 400, "request.malformed" },
        { $"GET /api/v1/items?q={new string('a', 9_000)} HTTP/1.1\r\nHost: h\r\n\r\n", 414, "request.long_address" },
        {
            $"GET / HTTP/1.1\r\nHost: h\r\nX-Long: {new string('a', WebLimits.Headers)}\r\n\r\n", 431,
            "request.large_headers"
        },
    };

    public void Dispose() => client.Dispose();

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_is_no_request_is_refused_by_code_and_the_connection_ends(
        string request, int status, string code)
    {
        var (head, body) = await SayAsync(request);
        head.ShouldStartWith($"HTTP/1.1 {status} ");
        head.ShouldContain("Content-Type: application/problem+json\r\n");
        head.ShouldContain("Connection: close\r\n");
        head.ShouldContain("X-Content-Type-Options: nosniff\r\n");
        var problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
    }

    [Fact]
    public async Task A_broken_request_behind_a_sound_one_is_refused_alike()
    {
        var (head, _) = await SayAsync(
            "GET /health/live HTTP/1.1\r\nHost: h\r\n\r\nGET /%00 HTTP/1.1\r\nHost: h\r\n\r\n");
        head.ShouldStartWith("HTTP/1.1 200 ");
        (await client.GetAsync("/health/live", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", null, null, 404, "request.no_such_path")]
    [InlineData("GET", "/api/v9/items", null, null, 404, "request.no_such_path")]
    [InlineData("PUT", "/api/v1/items", null, null, 405, "request.method")]
    [InlineData("POST", "/api/v1/items/search", "{}", "application/json", 405, "request.method")]
    [InlineData("POST", "/api/v1/drafts", "{}", "application/xml", 415, "request.media_type")]
    [InlineData("POST", "/api/v1/drafts", "{}", "nonsense", 415, "request.media_type")]
    [InlineData("POST", "/api/v1/drafts", "{", "application/json", 400, "request.body")]
    [InlineData("GET", "/api/v1/me/looks?max=many", null, null, 400, "request.parameter")]
    [InlineData("GET", "/api/v1/items?theme=%FF%FE&after=x", null, null, 400, "paging.after")]
    public async Task Under_the_api_every_refusal_is_a_problem(
        string method, string path, string? body, string? type, int status, string code)
    {
        using var request = Request(method, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var answer = await client.SendAsync(request, Ct);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("code").GetString()
            .ShouldBe(code);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("DELETE", "/search", 405)]
    [InlineData("POST", "/sign-out", 400)]
    public async Task Elsewhere_a_person_gets_a_page_and_a_program_a_problem(string method, string path, int status)
    {
        foreach (var (accepts, type) in new[]
        {
            ("text/html", "text/html"), ("application/json", "application/problem+json"),
        })
        {
            using var request = Request(method, path);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accepts));
            using var answer = await client.SendAsync(request, Ct);
            ((int)answer.StatusCode).ShouldBe(status);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        }
    }

    private HttpRequestMessage Request(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in matrix.Callers.Single(caller => caller.Name == "zhang").Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private async Task<(string Head, string Body)> SayAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(matrix.City.Address.Host, matrix.City.Address.Port, Ct);
        await using var wire = socket.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes(request), Ct);
        using var reader = new StreamReader(wire, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(Ct);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, rest) = (answer[..(end + 2)], answer[(end + 4)..]);
        var length = int.Parse(
            head.Split("Content-Length: ").ElementAtOrDefault(1)?.Split("\r\n")[0] ?? "0",
            System.Globalization.CultureInfo.InvariantCulture);
        return (head, rest[..length]);
    }
}
