using System.Net.Http.Json;
using System.Text.Json;
using Heluo.Registry;
using NodaTime;

namespace Heluo.Tests;

/// <summary>What an agent can no longer do, or never could: tried from outside, on a whole house.</summary>
public sealed class LimitedAgentTests : IAsyncLifetime
{
    private readonly HttpClient client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    private AccessCity city = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        city = await AccessCity.StartAsync();
        foreach (var (key, born) in new[]
        {
            ("zhang", "19880312"), ("agent", "19760101"), ("other", "19770101"), ("guardian", "19810101"),
            ("ward", "20030106"), ("legal", "19790101"), ("heir", "19800101"),
        })
        {
            await city.PersonAsync(key, born, AccessCallers.Jingbalu);
        }

        await city.OfficerAsync("clerk", ("clerk", AccessCallers.Market, AccessCallers.Jinshui));
        await city.RunAsync<RegisterFirm, Firm>(AccessCallers.FirmCode, new(
            "Noodles", AccessCallers.Jinshui, "legal", "Name of legal", "firm-legal"));
        await city.MandateAsync("one", "person/zhang", "agent", AccessCity.Today.PlusDays(1), "food-business");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task A_permission_taken_back_while_a_draft_is_open_stops_the_very_next_answer()
    {
        var agent = await AsAsync("person/agent", "one");
        var draft = (await SendAsync(agent, "POST", "/api/v1/drafts", new { item = "food-business" })).Body
            .GetProperty("key").GetString();
        var answer = new { answers = new { premises = "A" } };
        (await SendAsync(agent, "PATCH", $"/api/v1/drafts/{draft}", answer)).Status.ShouldBe(200);
        var zhang = await AsAsync("person/zhang");
        (await SendAsync(zhang, "DELETE", "/api/v1/authorizations/one")).Status.ShouldBe(200);
        foreach (var (method, path, body) in new (string, string, object?)[]
        {
            ("PATCH", $"/api/v1/drafts/{draft}", answer), ("GET", $"/api/v1/drafts/{draft}", null),
            ("POST", $"/api/v1/drafts/{draft}/send", null), ("GET", $"/drafts/{draft}/check", null),
        })
        {
            (await SendAsync(agent, method, path, body)).Told.ShouldBe((403, "authorization.ended"), path);
        }

        (await SendAsync(zhang, "GET", $"/api/v1/drafts/{draft}")).Status.ShouldBe(200);
        var himself = await AsAsync("person/agent");
        (await SendAsync(himself, "GET", $"/api/v1/drafts/{draft}")).Told.ShouldBe((404, "draft.unknown"));
    }

    [Fact]
    public async Task A_permission_ends_with_the_last_second_of_its_last_day_in_the_city()
    {
        city.Clock.SetUtcNow(new DateTimeOffset(2021, 1, 4, 15, 59, 59, TimeSpan.Zero));
        var agent = await AsAsync("person/agent", "one");
        (await SendAsync(agent, "GET", "/api/v1/drafts")).Status.ShouldBe(200);
        city.Clock.Advance(TimeSpan.FromSeconds(1));
        (await SendAsync(agent, "GET", "/api/v1/drafts")).Told.ShouldBe((403, "authorization.ended"));
    }

    [Fact]
    public async Task A_permission_for_one_item_or_procedure_opens_no_other()
    {
        await city.RunAsync<GrantAuthorization, Authorization>("reports", new(
            "person/zhang", "agent", [], ["incident"], AccessCity.Today, AccessCity.Today.PlusDays(9), "papers seen"));
        var report = new
        {
            @class = "dirty-road", area = AccessCallers.Jingbalu, answers = new { dirt = "litter", place = "gate" },
        };
        foreach (var (standing, item, status) in new[]
        {
            ("one", "food-business", 201), ("one", "public-venue-hygiene", 403), ("reports", "food-business", 403),
        })
        {
            var agent = await AsAsync("person/agent", standing);
            (await SendAsync(agent, "POST", "/api/v1/drafts", new { item })).Status.ShouldBe(status, item);
        }

        (await SendAsync(await AsAsync("person/agent", "one"), "POST", "/api/v1/incidents", report)).Status
            .ShouldBe(403);
        (await SendAsync(await AsAsync("person/agent", "reports"), "POST", "/api/v1/incidents", report)).Status
            .ShouldBe(201);
    }

    [Fact]
    public async Task What_was_lent_is_not_lent_on()
    {
        await city.MandateAsync("all", "person/zhang", "other", AccessCity.Today.PlusYears(1));
        foreach (var (person, standing) in new[] { ("person/agent", "one"), ("person/other", "all") })
        {
            var agent = await AsAsync(person, standing);
            (await GrantAsync(agent, "heir", "19800101")).Told.ShouldBe((403, "authorization.not_yours"));
            (await GrantAsync(agent, "heir", "19800101", "person/zhang")).Told
                .ShouldBe((403, "authorization.not_yours"));
        }

        (await SendAsync(await AsAsync("person/agent", "all"), "GET", "/api/v1/me")).Told
            .ShouldBe((403, "authorization.not_yours"));
    }

    [Fact]
    public async Task A_limited_agent_sees_neither_the_other_agents_nor_who_looked()
    {
        await city.MandateAsync("all", "person/zhang", "other", AccessCity.Today.PlusYears(1));
        var agent = await AsAsync("person/agent", "one");
        (await SendAsync(agent, "GET", "/api/v1/authorizations")).Body.EnumerateArray()
            .Select(one => one.GetProperty("key").GetString()).ShouldBe(["one"]);
        (await SendAsync(agent, "GET", "/my/access")).Told.ShouldBe((403, "look.not_yours"));
        (await SendAsync(agent, "GET", "/api/v1/me/looks")).Status.ShouldBe(200);
        var whole = await AsAsync("person/other", "all");
        (await SendAsync(whole, "GET", "/api/v1/authorizations")).Body.GetArrayLength().ShouldBe(2);
        (await SendAsync(whole, "GET", "/my/access")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_guardian_stands_for_a_ward_until_the_eighteenth_birthday_and_not_a_second_longer()
    {
        var clerk = await AsAsync("officer/clerk");
        var late = await GrantAsync(clerk, "guardian", "19810101", "person/ward", to: "2021-01-07");
        late.Status.ShouldBe(422);
        late.Body.GetProperty("faults")[0].GetProperty("code").GetString().ShouldBe("authorization.of_age");
        var given = await GrantAsync(clerk, "guardian", "19810101", "person/ward");
        given.Status.ShouldBe(201);
        given.Body.GetProperty("to").GetString().ShouldBe("2021-01-06");
        var key = given.Body.GetProperty("key").GetString()!;

        city.Clock.SetUtcNow(new DateTimeOffset(2021, 1, 5, 15, 59, 59, TimeSpan.Zero));
        var guardian = await AsAsync("person/guardian", key);
        (await SendAsync(guardian, "GET", "/my")).Status.ShouldBe(200);
        city.Clock.Advance(TimeSpan.FromSeconds(1));
        (await SendAsync(guardian, "GET", "/my")).Told.ShouldBe((403, "authorization.ended"));
        (await GrantAsync(await AsAsync("officer/clerk"), "guardian", "19810101", "person/ward", "2022-01-01")).Status
            .ShouldBe(201, "a grown ward may have a guardian too, as long as the papers say");
    }

    [Fact]
    public async Task Who_no_longer_represents_a_firm_is_out_at_once_and_the_firms_word_stands()
    {
        var legal = await AsAsync("person/legal", "firm-legal");
        var mandate = await GrantAsync(legal, "agent", "19760101");
        mandate.Status.ShouldBe(201);
        var body = new
        {
            representative = new { scheme = "citizen-id", number = AccessCity.Number("19800101", "heir") },
            representativeName = "Name of heir",
        };
        var path = $"/api/v1/firms/{AccessCallers.FirmCode}/representative";
        (await SendAsync(legal, "POST", path, body)).Status.ShouldBe(403);
        var clerk = await AsAsync("officer/clerk");
        (await SendAsync(clerk, "POST", path, body)).Status.ShouldBe(200);
        (await SendAsync(clerk, "POST", path, body)).Told.ShouldBe((409, "firm.representative_same"));

        (await SendAsync(legal, "GET", "/my")).Told.ShouldBe((403, "authorization.ended"));
        var heir = await AsAsync("person/heir");
        var mine = (await SendAsync(heir, "GET", "/api/v1/authorizations")).Body.EnumerateArray().Single();
        var standing = await AsAsync("person/heir", mine.GetProperty("key").GetString());
        var key = mandate.Body.GetProperty("key").GetString();
        (await SendAsync(await AsAsync("person/agent", key), "GET", "/my")).Status.ShouldBe(200);
        (await SendAsync(await AsAsync("person/legal"), "DELETE", $"/api/v1/authorizations/{key}")).Status
            .ShouldBe(404);
        (await SendAsync(standing, "DELETE", $"/api/v1/authorizations/{key}")).Status.ShouldBe(200);
    }

    private Task<Answer> GrantAsync(
        (string, string)[] who, string agent, string born, string? principal = null, string? to = null) =>
        SendAsync(who, "POST", "/api/v1/authorizations", new
        {
            agent = new { scheme = "citizen-id", number = AccessCity.Number(born, agent) },
            agentName = $"Name of {agent}",
            from = city.Clock.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd"),
            to = to ?? (principal == "person/ward" ? null : "2021-06-01"),
            principal,
            evidence = "papers seen",
        });

    private async Task<(string, string)[]> AsAsync(string holder, string? standing = null)
    {
        (string, string) cookie = ("Cookie", await city.SessionAsync(holder, Duration.Zero));
        return standing is null ? [cookie] : [cookie, ("Heluo-Acting-For", standing)];
    }

    private async Task<Answer> SendAsync(
        (string Name, string Value)[] who, string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(city.Address, path))
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        foreach (var (name, value) in who)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        var isJson = text.Length > 0 && text[0] is '{' or '[';
        return new((int)answer.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default);
    }

    private sealed record Answer(int Status, JsonElement Body)
    {
        public (int, string?) Told => (Status, Body.ValueKind == JsonValueKind.Object
            && Body.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
