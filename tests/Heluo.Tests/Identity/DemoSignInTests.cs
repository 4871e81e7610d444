using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heluo.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Heluo.Tests.Identity;

public sealed class DemoCity : IAsyncLifetime
{
    // Years ago: neither cookies nor tokens may depend on the machine's clock.
    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2021, 1, 4, 8, 0, 0, TimeSpan.Zero));

    internal SignInHouse House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await SignInHouse.StartAsync(HouseMode.Demo, Clock);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}

public sealed class DemoSignInTests(DemoCity city) : IClassFixture<DemoCity>
{
    private readonly SignInHouse house = city.House;
    private readonly FakeTimeProvider clock = city.Clock;

    [Fact]
    public async Task One_press_signs_a_demo_resident_in_by_the_real_protocol_without_script()
    {
        var browser = house.Visit();
        var (_, way) =
            await browser.FollowAsync(await browser.PostAsync("/sign-in?to=/api/v1/me", ("person", "zhang-wei")));
        way.Count.ShouldBe(3, string.Join('\n', way));
        way[0].ShouldContain("/demo/identity/authorize?");
        way[0].ShouldContain("code_challenge_method=S256");
        way[1].ShouldContain("/sign-in/provider/callback?");
        way[2].ShouldBe("/api/v1/me");
        (await MeAsync(browser)).GetProperty("id").GetString().ShouldBe("person/zhang-wei");
        browser.Cookies.Keys.ShouldNotContain(name => name.StartsWith("heluo-way", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_sign_in_lists_the_demos_people_in_both_languages_and_needs_no_script()
    {
        var page = await PageAsync("/sign-in?to=/my&lang=zh");
        page.ShouldContain("value=\"zhang-wei\"");
        page.ShouldContain("张伟");
        page.ShouldContain("action=\"/sign-in?to=%2Fmy\"");
        page.ShouldContain("action=\"/sign-in/code?to=%2Fmy\"");
        (await PageAsync("/sign-in?lang=en")).ShouldContain("Zhang Wei");
    }

    [Fact]
    public async Task Nobody_puts_words_of_their_own_on_the_page_of_sign_in()
    {
        (await PageAsync("/sign-in?refused=account.locked&lang=en")).ShouldContain("locked for a while");
        (await PageAsync("/sign-in?refused=Call%200900-EVIL&lang=en")).ShouldNotContain(">Call 0900");
    }

    [Fact]
    public async Task The_clock_may_leap_by_weeks_and_the_visitor_stays()
    {
        var browser = house.Visit();
        await browser.FollowAsync(await browser.PostAsync("/sign-in", ("person", "zhang-wei")));
        clock.Advance(TimeSpan.FromDays(60));
        (await MeAsync(browser)).GetProperty("id").GetString().ShouldBe("person/zhang-wei");
    }

    [Fact]
    public async Task Who_is_no_login_of_the_demo_is_not_let_in()
    {
        var browser = house.Visit();
        (await browser.PostAsync("/sign-in", ("person", "house"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var (_, way) = await browser.FollowAsync(await browser.GetAsync("/sign-in/provider"));
        way[^1].ShouldBe("/sign-in?refused=sign_in.provider_failed&to=%2F");
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in() =>
        (await house.Visit().PostForgedAsync("/sign-in", ("person", "zhang-wei")))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task No_link_leads_abroad_after_signing_in(string to)
    {
        var browser = house.Visit();
        var begun = await browser.PostAsync($"/sign-in?to={Uri.EscapeDataString(to)}", ("person", "zhang-wei"));
        var (_, way) = await browser.FollowAsync(begun);
        way[^1].ShouldBe("/");
    }

    [Fact]
    public async Task A_way_back_to_another_host_is_refused_by_the_provider()
    {
        var browser = house.Visit();
        var begun = await browser.PostAsync("/sign-in", ("person", "zhang-wei"));
        var bent = begun.Headers.Location!.ToString().Replace(
            Uri.EscapeDataString($"{house.Address.GetLeftPart(UriPartial.Authority)}/sign-in"),
            Uri.EscapeDataString("https://evil.example/sign-in"), StringComparison.Ordinal);
        bent.ShouldContain("evil.example");
        var refused = await browser.GetAsync(bent);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_code_of_another_browser_is_worth_nothing()
    {
        var thief = house.Visit();
        var victim = house.Visit();
        var begun = await victim.PostAsync("/sign-in", ("person", "zhang-wei"));
        var back = await victim.GetAsync(begun.Headers.Location!.ToString());
        var (_, way) = await thief.FollowAsync(await thief.GetAsync(back.Headers.Location!.ToString()));
        way[^1].ShouldStartWith("/sign-in?refused=sign_in.provider_failed");
        thief.Cookies.Keys.ShouldNotContain("heluo");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copied_cookie_too()
    {
        var browser = house.Visit();
        await browser.FollowAsync(await browser.PostAsync("/sign-in", ("person", "zhang-wei")));
        var copy = house.Visit();
        copy.Keep("heluo", browser.Cookies["heluo"]);
        (await MeAsync(copy)).GetProperty("id").GetString().ShouldBe("person/zhang-wei");
        (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/me/sign-out"))).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);
        (await MeAsync(copy)).GetProperty("code").GetString().ShouldBe("session.ended");
    }

    [Fact]
    public async Task A_forged_cookie_is_nobody()
    {
        var browser = house.Visit();
        await browser.FollowAsync(await browser.PostAsync("/sign-in", ("person", "zhang-wei")));
        var right = browser.Cookies["heluo"];
        string[] forgeds =
            ["x", right[..^8] + "AAAAAAAA", right + "A", $"{right}.{right}", new string('A', 2000)];
        foreach (var forged in forgeds)
        {
            var thief = house.Visit();
            thief.Keep("heluo", forged);
            (await MeAsync(thief)).GetProperty("code").GetString().ShouldBe("access.sign_in_needed", forged);
        }
    }

    private async Task<string> PageAsync(string path)
    {
        var answer = await house.Visit().GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.ShouldNotContain("<script>");
        return WebUtility.HtmlDecode(page);
    }

    private static async Task<JsonElement> MeAsync(Browser browser)
    {
        var answer = await browser.GetAsync("/api/v1/me");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
