using System.Net;
using Heluo.Hosting;
using Heluo.Kernel;
using Heluo.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>The buckets fill again by one in twelve seconds and more, so that no test has to wait or hurry.</summary>
public sealed class RatesTests : IAsyncLifetime
{
    private const int Few = 4;
    private const int Many = 9;
    private readonly HttpClient client = new(new HttpClientHandler { UseCookies = false });
    private AccessCity city = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => city = await AccessCity.StartAsync(
        ("Rates:RequestsPerMinute", $"{Few}"), ("Rates:BulkRequestsPerMinute", $"{Many}"),
        ("Rates:WritesPerMinute", "2"), ("Rates:BulkWritesPerMinute", "3"));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task Each_key_has_the_rate_of_its_class_whatever_the_address()
    {
        var (one, other) = (await KeyAsync("one", RateClass.Standard), await KeyAsync("other", RateClass.Standard));
        var bulk = await KeyAsync("bulk", RateClass.Bulk);
        (await TakenAsync(HttpMethod.Get, one)).ShouldBe(Few);
        (await TakenAsync(HttpMethod.Get, bulk)).ShouldBe(Many);
        (await TakenAsync(HttpMethod.Get, other)).ShouldBe(Few);
        (await TakenAsync(HttpMethod.Get, key: null)).ShouldBe(Few);
    }

    [Fact]
    public async Task Writing_has_a_rate_of_its_own()
    {
        (await TakenAsync(HttpMethod.Post, await KeyAsync("bulk", RateClass.Bulk))).ShouldBe(3);
        var standard = await KeyAsync("standard", RateClass.Standard);
        (await TakenAsync(HttpMethod.Post, standard)).ShouldBe(2);
        (await GetAsync(HttpMethod.Get, standard)).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_key_that_does_not_hold_counts_against_the_address_and_uses_up_nobody_elses()
    {
        var bulk = await KeyAsync("bulk", RateClass.Bulk);
        (await TakenAsync(HttpMethod.Get, bulk[..^4] + "zzzz")).ShouldBe(Few);
        (await TakenAsync(HttpMethod.Get, key: null)).ShouldBe(0);
        (await TakenAsync(HttpMethod.Get, bulk)).ShouldBe(Many);
    }

    [Fact]
    public async Task A_revoked_key_loses_its_rate_with_its_right()
    {
        var bulk = await KeyAsync("bulk", RateClass.Bulk);
        await city.RunAsync<RevokeApiKey, ApiKey>(bulk["hlk_".Length..bulk.LastIndexOf('_')], new());
        (await TakenAsync(HttpMethod.Get, bulk)).ShouldBe(Few);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("100000001")]
    public async Task A_rate_that_is_none_stops_the_start_and_is_named(string rate)
    {
        using var folder = new TemporaryFolder();
        var settings = LiveHouse.Settings(HouseMode.Serve, folder.Root);
        var overrides = new Dictionary<string, string?>(settings.Overrides)
        {
            ["Rates:BulkWritesPerMinute"] = rate, ["Rates:WritesPerMinute"] = rate,
        };
        var refusal = (await Running.StartAsync(settings with { Overrides = overrides }, Ct)).Refusal!;
        refusal.Code.ShouldBe("host.rates");
        refusal.Faults.Select(fault => fault.Field)
            .ShouldBe(["Rates:WritesPerMinute", "Rates:BulkWritesPerMinute"]);
    }

    /// <summary>How many requests are taken before the first is told to wait, at most twenty.</summary>
    private async Task<int> TakenAsync(HttpMethod method, string? key)
    {
        for (var taken = 0; taken < 20; taken++)
        {
            using var answer = await GetAsync(method, key);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(
                    TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
                (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("request.rate");
                return taken;
            }
        }

        return 20;
    }

    private async Task<HttpResponseMessage> GetAsync(HttpMethod method, string? key)
    {
        using var request = new HttpRequestMessage(method, new Uri(city.Address, "/api/v1/incidents"));
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        return await client.SendAsync(request, Ct);
    }

    private async Task<string> KeyAsync(string label, RateClass rate) =>
        (await city.Services.GetRequiredService<ApiKeys>().CreateAsync(
            label, [new KeyScope("incidents")], 30, rate, Actor.House, city.Command(), Ct)).Value.Key;
}
