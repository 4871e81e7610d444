using System.Net;
using System.Text.RegularExpressions;
using Heluo.Registry;

namespace Heluo.Tests;

/// <summary>The page of officers about themselves, and what the auditor sees of those who grant.</summary>
public sealed partial class OwnPageTests : IAsyncLifetime
{
    private readonly HttpClient client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
    private AccessCity city = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        city = await AccessCity.StartAsync();
        await city.OfficerAsync("clerk", ("clerk", AccessCallers.Market, AccessCallers.Jinshui));
        await city.OfficerAsync("audit", ("audit-administrator", null, null));
        await city.OfficerAsync("security", ("security-administrator", null, null));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task An_officer_sees_their_posts_and_sessions_and_ends_one_elsewhere_but_nobody_elses()
    {
        var (elsewhere, here) = (await city.SessionAsync("officer/clerk"), await city.SessionAsync("officer/clerk"));
        var foreign = await city.SessionAsync("officer/audit");
        var page = await PageAsync(here);
        page.ShouldContain("Window clerk");
        page.ShouldContain("Sign out everywhere");
        var key = End().Match(page).Groups["key"].Value;
        End().Count(page).ShouldBe(1, "not the session the page is read in");

        using var knocker = new AccessKnocker(city);
        var door = new Door("POST", "/desk/me/sessions/end", null, [], $"session={key}");
        (await knocker.KnockAsync(new("audit", ("Cookie", foreign)), door, null, ct: Ct)).Told
            .ShouldBe((404, "session.unknown"));
        (await knocker.KnockAsync(new("clerk", ("Cookie", here)), door, null, ct: Ct)).Status.ShouldBe(302);
        (await GetAsync("/api/v1/me", elsewhere)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync("/api/v1/me", here)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/api/v1/me", foreign)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_administrator_has_the_page_too_and_a_resident_has_not()
    {
        (await PageAsync(await city.SessionAsync("officer/audit"))).ShouldContain("Where I am signed in");
        await city.PersonAsync("zhang", "19880312", AccessCallers.Jingbalu);
        (await GetAsync("/desk/me", await city.SessionAsync("person/zhang"))).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_the_security_administrator_grants_the_auditor_sees_and_nobody_else_does()
    {
        var security = await city.ActorAsync("officer/security");
        (await city.Desk.RunAsync<GrantDuty, Officer>(
            "security", new("clerk", AccessCallers.Market, null, AccessCity.Today), security, city.Command(), Ct))
            .Refusal!.Code.ShouldBe("duty.own");
        await city.RunAsync<GrantDuty, Officer>(
            "clerk", new("reviewer", AccessCallers.Market, AccessCallers.Jinshui, AccessCity.Today), security);
        var seen = await GetAsync("/api/v1/grants?officer=clerk", await city.SessionAsync("officer/audit"));
        var text = await seen.Content.ReadAsStringAsync(Ct);
        text.ShouldContain("\"actor\":\"officer/security\"");
        text.ShouldContain("reviewer jinshui-market 410105");
        text.ShouldContain("Officer security");
        (await GetAsync("/api/v1/grants?officer=clerk", await city.SessionAsync("officer/security"))).StatusCode
            .ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync("/api/v1/grants", await city.SessionAsync("officer/audit"))).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_auditor_can_grant_nothing_and_the_system_administrator_only_makes_who_was_not()
    {
        await city.OfficerAsync("system", ("system-administrator", null, null));
        await city.OfficerAsync("fresh");
        foreach (var (who, role) in new[]
        {
            ("audit", "clerk"), ("audit", "security-administrator"), ("system", "clerk"),
            ("system", "security-administrator"), ("system", "audit-administrator"),
        })
        {
            (await city.Desk.RunAsync<GrantDuty, Officer>(
                "fresh", new(role, null, null, AccessCity.Today), await city.ActorAsync($"officer/{who}"),
                city.Command(), Ct)).Refusal!.Code.ShouldBe("duty.not_yours", $"{who} {role}");
        }
    }

    private async Task<string> PageAsync(string cookie)
    {
        using var answer = await GetAsync("/desk/me?lang=en", cookie);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    private Task<HttpResponseMessage> GetAsync(string path, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(city.Address, path));
        request.Headers.Add("Cookie", cookie);
        return client.SendAsync(request, Ct);
    }

    [GeneratedRegex("name=\"session\" value=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();
}
