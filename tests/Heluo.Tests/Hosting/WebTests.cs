using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Heluo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heluo.Tests;

public sealed class WebTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public sealed record Order(string Name, int Count);

    [Theory]
    [InlineData("{\"name\":\"a\",\"count\":1,\"price\":2}")]
    [InlineData("{\"name\":\"a\",\"count\":1,\"count\":2}")]
    [InlineData("{\"name\":\"a\",\"count\":\"1\"}")]
    [InlineData("{\"name\":null,\"count\":1}")]
    [InlineData("{\"name\":\"a\"}")]
    [InlineData("{\"name\":\"a\",")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_body_that_is_not_what_is_read_is_refused(string body)
    {
        await using var house = await TrialHouse.StartAsync(MapOrders);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await RefusedAsync(await house.Client.PostAsync("/orders", content, Ct), HttpStatusCode.BadRequest,
        "request.body");
    }

    [Fact]
    public async Task A_body_nested_like_a_well_is_refused()
    {
        await using var house = await TrialHouse.StartAsync(app => app.MapPost("/any", (JsonElement any) => any));
        using var content = new StringContent(
            new string('[', 10_000) + new string(']', 10_000), Encoding.UTF8, "application/json");
        await RefusedAsync(await house.Client.PostAsync("/any", content, Ct), HttpStatusCode.BadRequest,
        "request.body");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var house = await TrialHouse.StartAsync(MapOrders);
        using var content = new StringContent(
            $"{{\"name\":\"{new string('a', WebLimits.Body)}\",\"count\":1}}", Encoding.UTF8, "application/json");
        await RefusedAsync(
            await house.Client.PostAsync("/orders", content, Ct), HttpStatusCode.RequestEntityTooLarge,
                "request.too_large");
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        await using var house = await TrialHouse.StartAsync(MapOrders);
        using var content = new StringContent("<order/>", Encoding.UTF8, "application/xml");
        await RefusedAsync(
            await house.Client.PostAsync("/orders", content, Ct), HttpStatusCode.UnsupportedMediaType,
                "request.media_type");
    }

    [Fact]
    public async Task Another_method_and_another_path_are_refused_by_code()
    {
        await using var house = await TrialHouse.StartAsync(MapOrders);
        await RefusedAsync(await house.Client.GetAsync("/orders", Ct), HttpStatusCode.MethodNotAllowed,
        "request.method");
        await RefusedAsync(await house.Client.GetAsync("/absent", Ct), HttpStatusCode.NotFound, "request.no_such_path");
    }

    [Fact]
    public async Task What_breaks_says_nothing_of_its_inside()
    {
        await using var house = await TrialHouse.StartAsync(app =>
            app.MapGet("/broken", string () => throw new InvalidOperationException("secret inside")));
        var answer = await house.Client.GetAsync("/broken", Ct);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldNotContain("secret");
        await RefusedAsync(answer, HttpStatusCode.InternalServerError, "house.broken");
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_browsers_safe()
    {
        await using var house = await TrialHouse.StartAsync(app =>
        {
            MapOrders(app);
            app.MapGet("/broken", string () => throw new InvalidOperationException());
        });
        foreach (var path in new[] { "/orders", "/absent", "/broken" })
        {
            var headers = (await house.Client.GetAsync(path, Ct)).Headers;
            var policy = headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("default-src 'self'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
            headers.CacheControl!.NoStore.ShouldBeTrue();
            headers.Contains("Server").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_back()
    {
        await using var house = await TrialHouse.StartAsync(MapOrders, ("Rates:WritesPerMinute", "2"));
        for (var i = 0; i < 2; i++)
        {
            (await house.Client.PostAsJsonAsync("/orders", new Order("a", 1), Ct)).EnsureSuccessStatusCode();
        }

        var answer = await house.Client.PostAsJsonAsync("/orders", new Order("a", 1), Ct);
        await RefusedAsync(answer, HttpStatusCode.TooManyRequests, "request.rate");
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await house.Client.GetAsync("/orders", Ct)).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Who_is_being_answered_when_the_house_stops_gets_the_answer()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        await using var house = await TrialHouse.StartAsync(app => app.MapGet("/slow", async () =>
        {
            entered.SetResult();
            await leave.Task;
            return "answered";
        }));
        var answer = house.Client.GetStringAsync("/slow", Ct);
        await entered.Task;
        var stopping = house.StopAsync();
        leave.SetResult();
        (await answer).ShouldBe("answered");
        await stopping;
    }

    private static void MapOrders(WebApplication app) => app.MapPost("/orders", (Order order) => Results.Ok(order));

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString().ShouldBe(code);
    }
}
