using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry.Tests.Http;

public sealed class QueryWordsTests : IAsyncLifetime
{
    private readonly QueryWords words = new();
    private TestHouse house = null!;
    private RouteEndpoint endpoint = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.StartAsync(app => app.MapGet("/api/things/{key}", (
            string key, string? after, int? max, string[]? tag, [FromQuery(Name = "as-of")] DateOnly? day,
            [FromHeader] string? accept, Caller caller, HttpRequest request, CancellationToken ct) => key)
            .Admits(Access.Public));
        endpoint = house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(one => one.RoutePattern.RawText == "/api/things/{key}");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData("?key=1", "key")]
    [InlineData("?accept=1", "accept")]
    [InlineData("?caller=1&request=1&ct=1", "caller, request, ct")]
    [InlineData("?day=2021-01-04", "day")]
    [InlineData("?after=1&aftr=2&=3", "aftr, ")]
    public void What_the_handler_does_not_read_from_the_query_is_refused_by_name(string query, string named)
    {
        var refusal = Check(query)!;
        refusal.Code.ShouldBe("request.unknown_word");
        refusal.Values["words"].ShouldBe(named);
        refusal.Values["known"].ShouldBe("after, as-of, max, tag");
    }

    [Theory]
    [InlineData("?after=1&after=2", "after")]
    [InlineData("?max=1&MAX=1", "max")]
    public void What_is_read_once_stands_once(string query, string named)
    {
        Check(query)!.Code.ShouldBe("request.repeated_word");
        Check(query)!.Values["words"].ShouldBe(named, StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?after=1&max=2&as-of=2021-01-04")]
    [InlineData("?tag=a&tag=b&After=x")]
    public void What_the_handler_reads_is_let_through(string query) => Check(query).ShouldBeNull();

    [Fact]
    public void A_flood_of_words_is_named_in_few()
    {
        var refusal = Check(
            "?" + string.Join('&', Enumerable.Range(0, 900).Select(n => $"{new string('w', 200)}{n}=")));
        refusal!.Sentence.Length.ShouldBeLessThan(700);
    }

    [Fact]
    public void A_request_without_a_query_costs_nothing()
    {
        var request = new DefaultHttpContext { Request = { Path = "/api/things/1" } }.Request;
        words.Check(request, endpoint).ShouldBeNull();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            words.Check(request, endpoint);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private Kernel.Refusal? Check(string query) => words.Check(
        new DefaultHttpContext { Request = { Path = "/api/things/1", QueryString = new QueryString(query) } }.Request,
        endpoint);
}
