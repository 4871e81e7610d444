using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Heluo.Hosting;
using Heluo.Kernel;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Heluo.Tests;

/// <summary>One demo house, looked at from outside.</summary>
public sealed partial class DemoHouseTests : IAsyncLifetime
{
    private LiveHouse house = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        house = await LiveHouse.StartAsync(HouseMode.Demo, settings => settings with { At = "2021-02-05T09:00" });

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task It_is_alive_and_ready()
    {
        (await house.Client.GetAsync("/health/live", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = await house.Client.GetFromJsonAsync<JsonElement>("/health/ready", Ct);
        ready.GetProperty("status").GetString().ShouldBe("ready");
    }

    [Fact]
    public async Task Its_pages_bring_a_style_sheet_that_is_not_empty()
    {
        var page = await house.Client.GetStringAsync("/demo/clock", Ct);
        var sheet = StyleSheet().Match(page).Groups["href"].Value;
        var answer = await house.Client.GetAsync(sheet, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        (await answer.Content.ReadAsByteArrayAsync(Ct)).Length.ShouldBeGreaterThan(1000);
        answer.Headers.CacheControl!.MaxAge.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_visitor_moves_its_clock_forward_and_finds_it_there_again()
    {
        var token = await house.TokenAsync("/demo/clock");
        var moved = await house.PostAsync("/demo/clock", ("__RequestVerificationToken", token), ("to", "2021-02-18"));
        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        house.Services.GetRequiredService<TimeProvider>().Now()
            .ShouldBeInRange(Instant.FromUtc(2021, 2, 18, 1, 0), Instant.FromUtc(2021, 2, 18, 1, 5));
        File.Exists(Path.Combine(house.Data, "demo-clock")).ShouldBeTrue();
        (await house.Client.GetStringAsync("/health/ready", Ct)).ShouldContain("\"ready\"");
    }

    [Theory]
    [InlineData("2021-02-04")]
    [InlineData("2031-02-04")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task A_move_that_cannot_be_is_refused_on_the_page(string to)
    {
        var before = house.Services.GetRequiredService<TimeProvider>().Now();
        var token = await house.TokenAsync("/demo/clock");
        var moved = await house.PostAsync("/demo/clock", ("__RequestVerificationToken", token), ("to", to));
        moved.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await moved.Content.ReadAsStringAsync(Ct)).ShouldContain("role=\"alert\"");
        (house.Services.GetRequiredService<TimeProvider>().Now() - before).ShouldBeLessThan(Duration.FromMinutes(5));
    }

    [Fact]
    public async Task A_form_that_this_house_did_not_draw_is_refused()
    {
        var answer = await house.PostAsync("/demo/clock", ("to", "2021-02-18"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()
            .ShouldBe("request.form_token");
    }

    [Fact]
    public async Task Keys_lie_in_the_data_folder_and_nobody_else_may_read_them()
    {
        await house.TokenAsync("/demo/clock");
        var keys = Path.Combine(house.Data, "keys", "web");
        Directory.EnumerateFiles(keys).ShouldNotBeEmpty();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(keys)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_second_house_in_the_same_folder_is_refused_by_code()
    {
        var second = await Running.StartAsync(LiveHouse.Settings(HouseMode.Demo, house.Data), Ct);
        second.Refusal!.Code.ShouldBe("store.in_use");
    }

    [Fact]
    public async Task A_second_house_at_the_same_address_is_refused_by_code()
    {
        using var folder = new TemporaryFolder();
        var settings = LiveHouse.Settings(HouseMode.Demo, folder.Root) with
        {
            Urls = house.Client.BaseAddress!.GetLeftPart(UriPartial.Authority),
        };
        (await Running.StartAsync(settings, Ct)).Refusal!.Code.ShouldBe("host.port_taken");
    }

    [GeneratedRegex("rel=\"stylesheet\" href=\"(?<href>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StyleSheet();
}
