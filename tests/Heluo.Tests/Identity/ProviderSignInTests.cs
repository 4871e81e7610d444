using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Heluo.Hosting;
using Heluo.Registry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Heluo.Tests.Identity;

public sealed class ProviderSignInTests : IAsyncLifetime
{
    private TrialProvider provider = null!;
    private SignInHouse house = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await TrialProvider.StartAsync();
        house = await SignInHouse.StartAsync(
            HouseMode.Serve,
            clock: null,
            ("Identity:Authority", provider.Address),
            ("Identity:ClientId", "heluo"),
            ("Identity:ClientSecret", "secret"),
            ("Identity:NumberClaim", "document"));
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_resident_whom_the_provider_vouches_for_is_let_in_and_is_one_person_each_time()
    {
        Vouch("subject-1", "李四", "410100200002290012");
        var first = await MeAsync(await SignInAsync());
        first.GetProperty("kind").GetString().ShouldBe("resident");
        Vouch("subject-of-another-login", "李四", "410100200002290012");
        var second = await MeAsync(await SignInAsync());
        second.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_number_that_does_not_check_lets_nobody_in()
    {
        Vouch("subject-2", "李四", "410100200002290013");
        (await RefusedAsync()).ShouldBe("id.check_digit");
        provider.Claims.Remove("document");
        (await RefusedAsync()).ShouldBe("sign_in.no_identity");
    }

    [Fact]
    public async Task A_token_that_another_key_signed_or_that_was_made_for_another_house_is_worth_nothing()
    {
        Vouch("subject-3", "李四", "410100200002290012");
        provider.Forger = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "trial" };
        (await RefusedAsync()).ShouldBe("sign_in.provider_failed");
        provider.Forger = null;
        provider.Audience = "another-house";
        (await RefusedAsync()).ShouldBe("sign_in.provider_failed");
    }

    [Fact]
    public async Task An_officer_signs_in_with_the_login_that_was_linked_and_the_first_administrator_with_a_code()
    {
        var init = house.Services.GetRequiredService<FirstAdministrator>();
        var code = (await init.WithCodeAsync("first", "First", ct: Ct)).Value;
        var browser = house.Visit();
        (await browser.PostAsync("/sign-in/code?to=/api/v1/me", ("code", "first.wrong"))).Headers.Location!.ToString()
            .ShouldStartWith("/sign-in?refused=sign_in.code_wrong");
        (await browser.PostAsync("/sign-in/code?to=/api/v1/me", ("code", code))).Headers.Location!.ToString()
            .ShouldBe("/api/v1/me");
        (await MeAsync(browser)).GetProperty("kind").GetString().ShouldBe("administrator");
        var replayed = await house.Visit().PostAsync("/sign-in/code", ("code", code));
        replayed.Headers.Location!.ToString().ShouldStartWith("/sign-in?refused=sign_in.code_wrong");

        var link = new { issuer = provider.Address, subject = "officer-subject", officer = "first" };
        var linked = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/accounts")
        {
            Content = JsonContent.Create(link),
        });
        ((int)linked.StatusCode).ShouldBe(201);
        provider.Claims["sub"] = "officer-subject";
        (await MeAsync(await SignInAsync())).GetProperty("id").GetString().ShouldBe("officer/first");
    }

    [Fact]
    public async Task A_city_that_serves_has_neither_the_demos_provider_nor_its_logins()
    {
        var browser = house.Visit();
        ((int)(await browser.GetAsync("/demo/identity/.well-known/openid-configuration")).StatusCode).ShouldBe(404);
        ((int)(await browser.GetAsync("/demo/identity/authorize?login_hint=li-na")).StatusCode).ShouldBe(404);
        ((int)(await browser.PostAsync("/sign-in", ("person", "li-na"))).StatusCode).ShouldBe(401);
        var page = await (await browser.GetAsync("/sign-in")).Content.ReadAsStringAsync(Ct);
        page.ShouldNotContain("li-na");
        page.ShouldContain("/sign-in/provider?to=%2F");
    }

    private void Vouch(string subject, string name, string number)
    {
        provider.Claims["sub"] = subject;
        provider.Claims["name"] = name;
        provider.Claims["document"] = number;
    }

    private async Task<Browser> SignInAsync()
    {
        var browser = house.Visit();
        var (_, way) = await browser.FollowAsync(await browser.GetAsync("/sign-in/provider?to=/api/v1/me"));
        way[^1].ShouldBe("/api/v1/me");
        return browser;
    }

    private async Task<string> RefusedAsync()
    {
        var browser = house.Visit();
        var (_, way) = await browser.FollowAsync(await browser.GetAsync("/sign-in/provider"));
        browser.Cookies.Keys.ShouldNotContain("heluo");
        var refused = way[^1];
        refused.ShouldStartWith("/sign-in?refused=");
        return refused["/sign-in?refused=".Length..refused.IndexOf('&', StringComparison.Ordinal)];
    }

    private static async Task<JsonElement> MeAsync(Browser browser)
    {
        var answer = await browser.GetAsync("/api/v1/me");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
