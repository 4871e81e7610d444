using System.Net;
using System.Text.RegularExpressions;
using Heluo.Cases;
using Heluo.Cli;
using Heluo.Hosting;
using Heluo.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Heluo.Tests;

/// <summary>A city that was begun a moment ago, served by the same binary, visited by a resident.</summary>
public sealed partial class NewCityTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private TrialProvider provider = null!;
    private SignInHouse house = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var town = folder.At("elm-ford");
        (await Said.ByAsync("new", "city", town, "--name", "Elm Ford", "--zone", "Europe/London")).Status
            .ShouldBe(ExitStatus.Done);
        provider = await TrialProvider.StartAsync();
        provider.Claims["name"] = "Ann Miller";
        provider.Claims["document"] = "410100200002290012";
        house = await SignInHouse.OfAsync(
            town,
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
        folder.Dispose();
    }

    [Fact]
    public async Task A_visitor_finds_the_city_its_items_and_their_guides_in_english()
    {
        var visitor = house.Visit();

        var home = await PageAsync(visitor, "/");
        home.ShouldContain("Elm Ford");
        home.ShouldContain("<html lang=\"en\"");
        (await PageAsync(visitor, "/items")).ShouldContain("Consent to fell a tree");
        (await PageAsync(visitor, "/items/street-stall?goods=food&width=3")).ShouldContain("Hygiene certificate");
        (await PageAsync(visitor, "/search?q=flower+stand")).ShouldContain("Street stall permit");
        (await PageAsync(visitor, "/report")).ShouldContain("Pothole");
        foreach (var page in new[] { "/sign-in", "/check", "/search?q=nothing-of-this-name", "/?elder=1" })
        {
            await PageAsync(visitor, page);
        }

        (await PageAsync(visitor, "/nowhere", HttpStatusCode.NotFound)).ShouldContain("There is nothing here.");
    }

    [Fact]
    public async Task Its_demo_has_people_who_live_there()
    {
        var town = folder.At("oak-hill");
        (await Said.ByAsync("new", "city", town, "--zone", "Europe/London")).Status.ShouldBe(ExitStatus.Done);
        await using var demo = await LiveHouse.StartAsync(
            HouseMode.Demo, settings => settings with { City = town, Size = CitySize.Small, At = "2026-06-02" });

        demo.Services.GetRequiredService<CaseIndex>().Count.ShouldBeGreaterThan(150);
        (await demo.Client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), Ct)).ShouldContain("Ann Miller");
    }

    [Fact]
    public async Task A_resident_applies_and_gets_a_number()
    {
        var resident = await SignInAsync();
        var question = await NextAsync(resident, "/items/tree-felling/apply");
        foreach (var answer in new[] { "900101", "Ann Miller", "120", "false" })
        {
            question = await NextAsync(resident, question, (question[(question.LastIndexOf('/') + 1)..], answer));
        }

        question.ShouldEndWith("/materials");
        var check = await UploadAsync(resident, question, "photograph");
        var sent = await NextAsync(resident, check);

        sent.ShouldStartWith("/my/cases/PM-900101-");
        (await PageAsync(resident, sent)).ShouldContain("Received");
        (await PageAsync(resident, "/my")).ShouldContain("Consent to fell a tree");
    }

    [Fact]
    public async Task A_resident_reports_a_pothole_and_follows_it()
    {
        var resident = await SignInAsync();
        var sent = await NextAsync(resident, "/report/pothole", ("area", "900102"), ("size", "large"));

        sent.ShouldStartWith("/my/cases/SR");
        (await PageAsync(resident, sent)).ShouldContain("Pothole");
    }

    private async Task<Browser> SignInAsync()
    {
        var browser = house.Visit();
        var (_, way) = await browser.FollowAsync(await browser.GetAsync("/sign-in/provider?to=/my"));
        way[^1].ShouldBe("/my");
        return browser;
    }

    private static async Task<string> PageAsync(Browser browser, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "zh-CN,zh;q=0.9");
        using var answer = await browser.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        answer.StatusCode.ShouldBe(status, path);
        Chinese().Match(page).Value.ShouldBe("", path);
        return page;
    }

    private static async Task<string> NextAsync(Browser browser, string path, params (string, string)[] form)
    {
        var token = Token().Match(await PageAsync(browser, path)).Groups["token"].Value;
        using var answer = await browser.PostForgedAsync(path, [("__RequestVerificationToken", token), .. form]);
        var said = answer.Headers.Location is null ? await answer.Content.ReadAsStringAsync(Ct) : "";
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{path}: {said}");
        return answer.Headers.Location!.ToString();
    }

    private static async Task<string> UploadAsync(Browser browser, string path, string paper)
    {
        var page = await PageAsync(browser, path);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(page).Groups["token"].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(Picture), paper, "tree.png" },
        };
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
        return answer.Headers.Location!.ToString();
    }

    private static byte[] Picture { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [GeneratedRegex(@"[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
