using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Heluo.Browser;

/// <summary>
/// Somebody with a browser, by default a telephone's (390 px) with script switched off. What they look at is looked at
/// once more by axe, which needs script, in a second browser with the same cookies.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly byte[] Paper = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8
        .ToArray();

    private static readonly string? Shots = Environment.GetEnvironmentVariable("HELUO_SHOTS");
    private readonly IBrowser browser;
    private readonly IBrowserContext context;
    private readonly string name;

    private Visitor(IBrowser browser, IBrowserContext context, IPage page, string name) =>
        (this.browser, this.context, Page, this.name) = (browser, context, page, name);

    public IPage Page { get; }

    /// <summary>What axe and the telephone's width found wrong, page by page.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Opens a browser at a city; who is named is signed in. Who chooses nothing has only told the browser
    /// which language they like.</summary>
    public static async Task<Visitor> ComeAsync(
        Chromium chromium, Uri city, string? login = null, string language = "zh-CN", bool elder = false,
        bool chooses = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = city.ToString(),
            JavaScriptEnabled = false,
            Locale = language,
            ViewportSize = new() { Width = 390, Height = 844 },
        });
        context.SetDefaultTimeout(60_000);
        var visitor = new Visitor(chromium.Browser, context, await context.NewPageAsync(), login ?? "nobody");
        await visitor.GoAsync(chooses ? $"/?lang={language[..2]}&elder={(elder ? 1 : 0)}" : "/");
        if (login is not null)
        {
            await visitor.GoAsync("/sign-in");
            await visitor.Page.Locator($"button[name=person][value={login}]").ClickAsync();
        }

        return visitor;
    }

    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        (answer?.Status ?? 0).ShouldBeLessThan(400, path);
    }

    /// <summary>Presses a button by what stands on it.</summary>
    public Task PressAsync(string text) =>
        Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(text)}") }).First.ClickAsync();

    /// <summary>Follows a link by what stands on it, or what that begins with.</summary>
    public Task FollowAsync(string text) =>
        Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{Regex.Escape(text)}") }).First.ClickAsync();

    public Task FillAsync(string label, string value) => Page.GetByLabel(label).First.FillAsync(value);

    public Task ChooseAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).First.CheckAsync();

    /// <summary>Hands over a scan of a paper in the field of that name.</summary>
    public Task UploadAsync(string field, string file) => Page.Locator($"input[type=file][name={field}]")
        .SetInputFilesAsync(new FilePayload { Name = file, MimeType = "application/pdf", Buffer = Paper });

    /// <summary>Does one act of a case at the desk: opens its page, fills in what it asks and confirms.</summary>
    public async Task ActAsync(string number, string act, params (string Label, string Value)[] answers)
    {
        await GoAsync($"/desk/cases/{number}");
        await FollowAsync(act);
        foreach (var (label, value) in answers)
        {
            var field = Page.GetByRole(AriaRole.Group, new() { Name = label });
            if (await field.CountAsync() > 0)
            {
                await field.GetByLabel(value, new() { Exact = true }).CheckAsync();
            }
            else
            {
                await FillAsync(label, value);
            }
        }

        await PressAsync($"确认：{act}");
        (await TextAsync()).ShouldContain($"已办理：{act}");
    }

    /// <summary>When a clock on this page is due, as its day-by-day evidence marks it; the sentence beside it names the
    /// same day.</summary>
    public async Task<DateOnly> DueAsync(string clock)
    {
        var line = Page.Locator("section.clock").Filter(new() { HasText = clock }).First;
        var day = DateOnly.Parse(
            (await line.Locator("td.due time").GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
        (await line.Locator(".promise").InnerTextAsync()).Replace(" ", "").ShouldContain($"{day.Month}月{day.Day}日");
        return day;
    }

    public Task<string> TextAsync() => Page.Locator("body").InnerTextAsync();

    /// <summary>Has axe look at this very page, refused posts too, on a telephone and on a wide screen; keeps
    /// pictures where <c>HELUO_SHOTS</c> says.</summary>
    public async Task LookAsync(string title)
    {
        await using var second = await browser.NewContextAsync(new()
        {
            StorageState = await context.StorageStateAsync(),
            ViewportSize = new() { Width = 390, Height = 844 },
            Locale = "zh-CN",
        });
        var page = await second.NewPageAsync();
        var seenNow = await Page.ContentAsync();
        await page.RouteAsync(Page.Url, route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8", Body = seenNow,
        }));
        await page.GotoAsync(Page.Url);
        foreach (var width in new[] { 390, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await ShootAsync(page, $"{title}-{width}");
            var seen = await page.RunAxe();
            Faults.AddRange(seen.Violations.Select(fault => $"{title} {width}: {fault.Id}: {fault.Nodes[0].Html}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
            {
                Faults.Add($"{title}: {wide} px wide on a screen of {width}");
            }
        }
    }

    /// <summary>Prints this page; answers how many sheets of A4 it takes.</summary>
    public async Task<int> PrintAsync(string title)
    {
        var sheets = await Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = false });
        if (Shots is not null)
        {
            await File.WriteAllBytesAsync(Path.Combine(Shots, $"{title}.pdf"), sheets);
        }

        return Regex.Count(Encoding.Latin1.GetString(sheets), "/Type ?/Page[^s]");
    }

    /// <summary>What the house answers to a question of the programming surface, asked by this visitor.</summary>
    public async Task<JsonElement> AskAsync(string path)
    {
        var answer = await context.APIRequest.GetAsync(path);
        answer.Ok.ShouldBeTrue(path);
        return (await answer.JsonAsync())!.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await ShootAsync(Page, $"last-{name}");
        await context.DisposeAsync();
    }

    private async Task ShootAsync(IPage page, string title)
    {
        if (Shots is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{title}.png"), FullPage = true });
        }
    }
}
