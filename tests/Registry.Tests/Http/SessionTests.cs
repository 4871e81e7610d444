using Heluo.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Registry.Tests.Http;

public sealed class SessionTests : IAsyncLifetime
{
    private RegistryHouse house = null!;

    public async ValueTask InitializeAsync() => house = await RegistryHouse.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_session_ends_after_half_an_hour_of_silence()
    {
        var cookie = await SignedIn();
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        (await Me(cookie)).ShouldBe("person/zhang");
        house.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Me(cookie)).ShouldNotBe("person/zhang");
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        await using var busy = await RegistryHouse.StartAsync(new SignInOptions { IdleMinutes = 1440 });
        var cookie = await busy.SignIn(await busy.Person("zhang", World.ZhangNumber));
        for (var hour = 0; hour < 11; hour++)
        {
            busy.Clock.Advance(TimeSpan.FromHours(1));
            (await Me(cookie, busy)).ShouldBe("person/zhang");
        }

        busy.Clock.Advance(TimeSpan.FromHours(1));
        (await Me(cookie, busy)).ShouldBe("session.ended");
    }

    [Fact]
    public async Task The_fourth_sign_in_ends_the_first_session()
    {
        var first = await SignedIn();
        var second = await house.SignIn("person/zhang");
        await house.SignIn("person/zhang");
        await house.SignIn("person/zhang");
        (await Me(first)).ShouldBe("session.ended");
        (await Me(second)).ShouldBe("person/zhang");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var first = await SignedIn();
        var second = await house.SignIn("person/zhang");
        (await house.Send("POST", "/api/v1/me/sign-out-everywhere", null, ("Cookie", first))).Status.ShouldBe(204);
        (await Me(first)).ShouldBe("session.ended");
        (await Me(second)).ShouldBe("session.ended");
    }

    [Fact]
    public async Task A_login_switched_off_is_out_at_once()
    {
        var cookie = await SignedIn();
        var key = house.Services.GetRequiredService<AccountIndex>().Of("person/zhang").Single();
        (await house.Run<SwitchAccount, Account>(key, new(Disabled: true))).IsRefused.ShouldBeFalse();
        (await Me(cookie)).ShouldBe("session.ended");
    }

    [Fact]
    public async Task An_officer_without_the_second_factor_that_is_demanded_is_stopped_and_a_resident_is_not()
    {
        await using var strict =
            await RegistryHouse.StartAsync(new SignInOptions { SecondFactor = SecondFactor.Officers });
        (await Me(await strict.SignIn(await strict.Officer("clerk", "clerk")), strict))
            .ShouldBe("session.second_factor_needed");
        (await Me(await strict.SignIn(await strict.Person("zhang", World.ZhangNumber)), strict))
            .ShouldBe("person/zhang");
    }

    [Fact]
    public async Task Standing_for_another_is_chosen_by_header_or_cookie_and_ends_with_the_word_of_the_principal()
    {
        var zhang = await house.Person("zhang", World.ZhangNumber);
        var li = await house.Person("li", World.LiNumber, "李四");
        var request = new GrantAuthorization(zhang, "li", [], [], World.Today, World.Today.PlusDays(9), "seen papers");
        (await house.Run<GrantAuthorization, Authorization>("mandate", request)).IsRefused.ShouldBeFalse();
        var cookie = await house.SignIn(li);
        (await Standing(("Cookie", cookie), ("Heluo-Acting-For", "mandate"))).ShouldBe(zhang);
        (await Standing(("Cookie", $"{cookie}; heluo-for=authorization/mandate"))).ShouldBe(zhang);
        (await Standing(("Cookie", cookie))).ShouldBeNull();
        await house.Run<RevokeAuthorization, Authorization>("mandate", new());
        (await Me($"{cookie}; heluo-for=mandate")).ShouldBe("authorization.ended");
        (await Me($"{cookie}; heluo-for=somebody-elses")).ShouldBe("authorization.not_yours");
        (await Me(cookie)).ShouldBe(li);
    }

    [Fact]
    public async Task A_machine_is_known_by_its_key_and_by_nothing_else()
    {
        var shown = await house.Services.GetRequiredService<ApiKeys>().CreateAsync(
            "gateway", [new KeyScope("a.b")], 30, RateClass.Bulk, Actor.House, "command-key",
            TestContext.Current.CancellationToken);
        (await Code("Authorization", $"Bearer {shown.Value.Key}")).ShouldBe("access.not_admitted");
        (await Code("Authorization", $"bearer {shown.Value.Key}")).ShouldBe("access.not_admitted");
        (await Code("Authorization", "Bearer hlk_a_b")).ShouldBe("key.wrong");
        (await Code("Authorization", "Bearer")).ShouldBe("key.scheme");
        (await Code("Authorization", "Basic YTpi")).ShouldBe("key.scheme");
        var both = await house.Send(
            "GET", "/api/v1/me", null, ("Authorization", "Bearer hlk_a_b"), ("Cookie", await SignedIn()));
        both.Body.GetProperty("code").GetString().ShouldBe("key.wrong");
    }

    [Fact]
    public async Task A_cookie_of_a_session_that_never_was_is_refused()
    {
        var cookie = await SignedIn();
        var other = await RegistryHouse.StartAsync();
        await using (other)
        {
            (await Me(cookie, other)).ShouldBe("access.sign_in_needed");
        }
    }

    [Fact]
    public async Task Whose_session_has_ended_still_enters_where_everybody_may()
    {
        var cookie = await SignedIn();
        await house.Send("POST", "/api/v1/me/sign-out-everywhere", null, ("Cookie", cookie));
        (await house.Send("GET", "/api/v1/divisions", null, ("Cookie", cookie))).Status.ShouldBe(200);
        (await house.Send("GET", "/api/v1/divisions", null, ("Authorization", "Bearer hlk_a_b"))).Status.ShouldBe(401);
    }

    private async Task<string> SignedIn() => await house.SignIn(await house.Person("zhang", World.ZhangNumber));

    private async Task<string?> Standing(params (string, string)[] headers) =>
        (await house.Send("GET", "/api/v1/me", null, headers)).Body.GetProperty("onBehalfOf").GetString();

    private async Task<string?> Code(string name, string value) =>
        (await house.Send("GET", "/api/v1/me", null, (name, value))).Body.GetProperty("code").GetString();

    private async Task<string?> Me(string cookie, RegistryHouse? asked = null)
    {
        var (_, body) = await (asked ?? house).Send("GET", "/api/v1/me", null, ("Cookie", cookie));
        return (body.TryGetProperty("id", out var id) ? id : body.GetProperty("code")).GetString();
    }
}
