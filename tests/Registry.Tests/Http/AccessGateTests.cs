using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heluo.Registry.Tests.Http;

public sealed class AccessGateTests : IAsyncLifetime
{
    private TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.StartAsync(app =>
    {
        app.MapGet("/api/open", (Caller caller) => caller.Actor.Id).Admits(Access.Public);
        app.MapGet("/api/clerks", (Caller caller) => caller.Actor.Id).Admits(Access.Officer("clerk"));
        app.MapPost("/api/things", (Caller caller) => caller.CommandId)
            .Admits(Access.Resident | Access.Machine("post"));
        app.MapPut("/api/things/1", (Caller caller) => Changed(caller).ToResult(static _ => 4L))
            .Admits(Access.Resident).NeedsVersion();
        app.MapGet("/api/faulty", () => Faulty().ToResult()).Admits(Access.Public);
        app.MapGet("/api/busy", () => Busy().ToResult()).Admits(Access.Public);
    });

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_the_wrong_post_is_refused()
    {
        (await CodeOf(HttpMethod.Get, "/api/clerks")).ShouldBe((401, "access.sign_in_needed"));
        (await CodeOf(HttpMethod.Get, "/api/clerks", ("X-Actor", "resident"))).ShouldBe((403, "access.not_admitted"));
        (await CodeOf(HttpMethod.Get, "/api/clerks", ("X-Actor", "officer:cook")))
            .ShouldBe((403, "access.not_admitted"));
        (await Send(HttpMethod.Get, "/api/clerks", ("X-Actor", "officer:clerk")))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refusal_to_know_the_actor_is_answered_even_at_a_public_door() =>
        (await CodeOf(HttpMethod.Get, "/api/open", ("X-Actor", "revoked"))).ShouldBe((403, "authorization.revoked"));

    [Fact]
    public async Task Another_site_cannot_ask_for_a_change()
    {
        (string, string) me = ("X-Actor", "resident");
        (await CodeOf(HttpMethod.Post, "/api/things", me, ("Sec-Fetch-Site", "cross-site")))
            .ShouldBe((403, "request.cross_site"));
        (await CodeOf(HttpMethod.Post, "/api/things", me, ("Sec-Fetch-Site", "same-site")))
            .ShouldBe((403, "request.cross_site"));
        (await CodeOf(HttpMethod.Post, "/api/things", me, ("Origin", "https://evil.example")))
            .ShouldBe((403, "request.cross_site"));
        (await Send(HttpMethod.Post, "/api/things", me, ("Sec-Fetch-Site", "same-origin")))
            .IsSuccessStatusCode.ShouldBeTrue();
        (await Send(HttpMethod.Post, "/api/things", ("X-Actor", "machine:post"), ("Origin", "https://other.example")))
            .IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task The_senders_key_becomes_the_command_id_and_a_strange_one_is_refused()
    {
        (string, string) me = ("X-Actor", "resident");
        var given = await Send(HttpMethod.Post, "/api/things", me, ("Idempotency-Key", "abc-123_XYZ"));
        (await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("abc-123_XYZ");
        foreach (var strange in new[] { "short", new string('a', 65), "with space", "semi;colon", "quote\"d-key" })
        {
            (await CodeOf(HttpMethod.Post, "/api/things", me, ("Idempotency-Key", strange)))
                .ShouldBe((400, "request.idempotency_key"));
        }
    }

    [Fact]
    public async Task Without_a_key_each_request_gets_its_own_command_id()
    {
        var first = await Send(HttpMethod.Post, "/api/things", ("X-Actor", "resident"));
        var second = await Send(HttpMethod.Post, "/api/things", ("X-Actor", "resident"));
        var ct = TestContext.Current.CancellationToken;
        (await first.Content.ReadAsStringAsync(ct)).ShouldNotBe(await second.Content.ReadAsStringAsync(ct));
    }

    [Fact]
    public async Task A_change_names_the_version_it_saw()
    {
        (string, string) me = ("X-Actor", "resident");
        (await CodeOf(HttpMethod.Put, "/api/things/1", me)).ShouldBe((428, "request.version_required"));
        foreach (var strange in new[] { "3", "W/\"3\"", "\"x\"", "\"-3\"", "\"99999999999999999999\"", "*", "\"\"" })
        {
            (await CodeOf(HttpMethod.Put, "/api/things/1", me, ("If-Match", strange)))
                .ShouldBe((400, "request.if_match"));
        }

        (await CodeOf(HttpMethod.Put, "/api/things/1", me, ("If-Match", "\"2\""))).ShouldBe((412, "thing.changed"));
        var right = await Send(HttpMethod.Put, "/api/things/1", me, ("If-Match", "\"3\""));
        right.Headers.ETag!.Tag.ShouldBe("\"4\"");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_code()
    {
        var answer = await Send(HttpMethod.Get, "/api/faulty");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("type").GetString().ShouldBe("urn:heluo:refusal:thing.answers");
        problem.GetProperty("status").GetInt32().ShouldBe(422);
        problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("code").GetString())
            .ShouldBe(["text.empty", "number.too_large"]);
    }

    [Fact]
    public async Task Who_comes_too_often_is_told_when_to_come_back()
    {
        var answer = await Send(HttpMethod.Get, "/api/busy");
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
    }

    private static Outcome<string> Changed(Caller caller) =>
        caller.SeenVersion == 3 ? "done" : new Refusal(RefusalKind.Conflict, "thing.changed", "It is at 3.");

    private static Outcome<string> Faulty() => new Refusal(RefusalKind.Invalid, "thing.answers", "Two faults.")
    {
        Faults = [new Fault("name", "text.empty", "Empty."), new Fault("size", "number.too_large", "Large.")],
    };

    private static Outcome<string> Busy() => new Refusal(RefusalKind.TooMany, "thing.busy", "Later.")
    {
        Values = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(Problem.RetryAfter, "7"),
    };

    private async Task<(int Status, string? Code)> CodeOf(
        HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var answer = await Send(method, path, headers);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString());
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return house.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
